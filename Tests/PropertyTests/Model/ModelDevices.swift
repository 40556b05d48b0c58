/// Everybody's active devices in the order in which they became active.
struct ModelDevices: Sendable {
    struct Device: Equatable, Sendable {
        let owner: Int
        let number: Int
        var keys: UInt8
    }

    private(set) var active: [Device] = []

    /// - Returns: whether rosters with this person have changed.
    mutating func apply(_ number: Int, of owner: Int, isActive: Bool, keys: UInt8) -> Bool {
        let place = active.firstIndex { $0.owner == owner && $0.number == number }
        switch (place, isActive) {
        case (nil, false): return false
        case (nil, true): active.append(Device(owner: owner, number: number, keys: keys))
        case (let place?, false): active.remove(at: place)
        case (let place?, true):
            guard active[place].keys != keys else { return false }
            active[place].keys = keys
        }
        return true
    }

    func of(_ people: [Int]) -> [Device] {
        active.filter { people.contains($0.owner) }
    }
}
