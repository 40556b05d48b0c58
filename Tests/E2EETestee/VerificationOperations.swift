import E2EE
import E2EEOpenSSL
import FoundationEssentials

/// About two people, in any order.
protocol PartiesOperation: Operation {
    var parties: [ToldIdentityKey] { get }
}

extension PartiesOperation {
    func pair() throws -> Parties {
        guard parties.count == 2 else { throw Testee.Mistake.noSuchKey(parties.count) }
        let people = parties.map { Party(userID: $0.userId, identityKey: [UInt8]($0.identityKey)) }
        return try Parties(people[0], people[1])
    }
}

struct Verification: PartiesOperation {
    let parties: [ToldIdentityKey]

    struct Answer: Encodable {
        let number: String
        let code: Data
    }

    func perform(by _: inout Testee) throws -> Answer {
        let pair = try pair()
        return Answer(
            number: String(decoding: SafetyNumber(of: pair, by: OpenSSL.self).digits, as: UTF8.self),
            code: Data(SafetyCode(of: pair).bytes))
    }
}

struct Compare: PartiesOperation {
    let parties: [ToldIdentityKey]
    let scanned: Data

    struct Answer: Encodable {}

    func perform(by _: inout Testee) throws -> Answer {
        try SafetyCode(of: try pair()).check(scanned: [UInt8](scanned))
        return Answer()
    }
}
