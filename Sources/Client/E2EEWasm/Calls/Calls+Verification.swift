internal import E2EE

/// What two people compare.
extension Calls {
    /// `party, party → 60 digits`.
    mutating func safetyNumber(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let parties = try arguments.parties()
        try arguments.finish()
        results.bytes(SafetyNumber(of: parties, by: Provider.self).digits)
    }

    /// `party, party → what the picture shows`.
    mutating func safetyCode(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let parties = try arguments.parties()
        try arguments.finish()
        results.bytes(SafetyCode(of: parties).bytes)
    }

    /// `party, party, what was scanned →`. Says why it does not confirm them.
    mutating func compareSafetyCode(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let (parties, scanned) = (try arguments.parties(), try arguments.bytes())
        try arguments.finish()
        try refusing { () throws(SafetyCodeRefusal) in try SafetyCode(of: parties).check(scanned: scanned) }
    }
}

extension Arguments {
    fileprivate mutating func parties() throws(CallFailure) -> Parties {
        let (one, other) = (try party(), try party())
        return try refusing { () throws(SafetyCodeRefusal) in try Parties(one, other) }
    }

    private mutating func party() throws(CallFailure) -> Party {
        Party(userID: try uint64(), identityKey: try bytes())
    }
}
