internal import E2EE

/// The last rosters that were checked, by the hash of the bytes that they came in: version, devices and the identity
/// keys that they were checked against. A chat's next message then checks no certificate.
struct CheckedRosters<Provider: CryptoProvider> {
    /// Each has up to 64 public keys.
    static var countMax: Int { 16 }

    /// The last that was used stands last.
    private var known: [(hash: [UInt8], roster: Roster<Provider>)] = []

    var count: Int { known.count }

    mutating func roster(_ bytes: [UInt8]) throws(CallFailure) -> Roster<Provider> {
        let hash = Provider.sha256(bytes)
        if let index = known.firstIndex(where: { $0.hash == hash }) {
            let found = known.remove(at: index)
            known.append(found)
            return found.roster
        }
        var arguments = Arguments(bytes)
        let version = try arguments.uint64()
        let devices = try arguments.list { (one: inout Arguments) throws(CallFailure) in try one.record() }
        let identityKeys = try arguments.list { (one: inout Arguments) throws(CallFailure) in
            IdentityKey(userID: try one.uint64(), key: try one.bytes())
        }
        try arguments.finish()
        let roster = try refusing { () throws(RosterRefusal) in
            try Roster<Provider>.checked(version: version, devices: devices, identityKeys: identityKeys)
        }
        if known.count == Self.countMax { known.removeFirst() }
        known.append((hash, roster))
        return roster
    }
}
