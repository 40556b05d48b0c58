extension Entry {
    /// As one device receives it: of the wrapped keys only its own.
    public func addressed(to deviceID: UInt64) -> Entry {
        guard hasKeys else { return self }
        var entry = self
        entry.content?.keepKey(of: deviceID)
        entry.latestEdit?.content?.keepKey(of: deviceID)
        return entry
    }

    /// Whether devices receive it each in a form of its own.
    public var hasKeys: Bool {
        content?.keys.isEmpty == false || latestEdit?.content?.keys.isEmpty == false
    }
}

extension Content {
    fileprivate mutating func keepKey(of deviceID: UInt64) {
        keys = keys.filter { $0.deviceID == deviceID }
    }
}
