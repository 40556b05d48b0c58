import E2EEOpenSSL
import TestSupport
import Testing

@testable import E2EE

extension EncryptionVectors {
    struct Number: Decodable, CustomTestStringConvertible {
        struct Person: Decodable {
            let userId: DecimalText
            let identityKey: Hex
            let digits: String
        }

        let name: String
        let parties: [Person]
        let number: String
        let code: Hex

        var testDescription: String { name }
    }

    struct Code: Decodable, CustomTestStringConvertible {
        let name: String
        let own: Hex
        let scanned: Hex
        let cause: String?

        var testDescription: String { name }
    }
}

struct VerificationVectorTests {
    @Test(arguments: EncryptionVectors.all?.safetyNumbers ?? [])
    func safetyNumbersAreShown(_ vector: EncryptionVectors.Number) throws {
        let people = vector.parties.map { Party(userID: $0.userId.value, identityKey: $0.identityKey.bytes) }
        let parties = try Parties(people[0], people[1])
        let number = SafetyNumber(of: parties, by: OpenSSL.self)
        #expect(String(decoding: number.digits, as: UTF8.self) == vector.number)
        #expect(SafetyCode(of: parties).bytes == vector.code.bytes)
    }

    @Test(arguments: EncryptionVectors.all?.safetyCodes ?? [])
    func safetyCodesAreCompared(_ vector: EncryptionVectors.Code) throws {
        let code = SafetyCode(of: try parties(of: vector.own.bytes))
        #expect(code.bytes == vector.own.bytes)
        #expect(cause { try code.check(scanned: vector.scanned.bytes) } == vector.cause)
    }

    private func parties(of code: [UInt8]) throws -> Parties {
        let people = [code[1..<41], code[41..<81]].map { part in
            Party(
                userID: part.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, identityKey: Array(part.dropFirst(8)))
        }
        return try Parties(people[0], people[1])
    }
}
