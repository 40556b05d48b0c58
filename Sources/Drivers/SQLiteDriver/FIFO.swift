/// First in, first out, in an array that goes round: taking moves nothing, and what was taken is not held any longer.
struct FIFO<Element> {
    /// Empty and larger than this, the array is given back.
    private static var retainedMax: Int { 1_024 }

    private var slots: [Element?] = []
    private var head = 0
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    var first: Element? { isEmpty ? nil : slots[head] }

    mutating func append(_ element: Element) {
        if count == slots.count { grow() }
        slots[slot(count)] = element
        count += 1
    }

    @discardableResult
    mutating func popFirst() -> Element? {
        guard !isEmpty else { return nil }
        let element = slots[head].take()
        head = slot(1)
        count -= 1
        if isEmpty, slots.count > Self.retainedMax {
            slots = []
            head = 0
        }
        return element
    }

    /// The number of slots is a power of two.
    private func slot(_ index: Int) -> Int { (head + index) & (slots.count - 1) }

    private mutating func grow() {
        let ordered = slots[head...] + slots[..<head]
        slots = Array(ordered) + Array(repeating: nil, count: max(8, count))
        head = 0
    }
}
