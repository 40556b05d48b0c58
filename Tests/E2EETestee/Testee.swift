import E2EE
import E2EEOpenSSL
import FoundationEssentials

/// The Swift core as a program. It keeps keys, which requests name by number; all else a request brings along.
struct Testee {
    private let operations: [String: any Operation.Type] = [
        "stretch": Stretch.self, "generateAccount": GenerateAccount.self, "generateDevice": GenerateDevice.self,
        "certify": Certify.self, "loadDevice": LoadDevice.self,
        "seal": Seal.self, "open": Open.self,
        "sealRow": SealRow.self, "openRow": OpenRow.self,
        "sealFile": SealFile.self, "openFile": OpenFile.self,
        "generateRecoveryKey": GenerateRecoveryKey.self, "checkRecoveryKey": CheckRecoveryKey.self,
        "sealBackup": SealBackup.self, "openBackup": OpenBackup.self,
        "verification": Verification.self, "compare": Compare.self,
    ]

    private var keks: [OpenSSL.SymmetricKey] = []
    private var devices: [(keys: LocalDevice<OpenSSL>, rows: RowSealer<OpenSSL>)] = []

    mutating func answer(_ line: Data) -> Data {
        do {
            let request = try JSONDecoder().decode(Request.self, from: line)
            guard let operation = operations[request.name] else { throw Mistake.noSuchOperation(request.name) }
            return try answer(operation, line)
        } catch let refusal as any Refusal {
            return Self.encoded(["cause": "\(refusal.cause)"])
        } catch {
            return Self.encoded(["error": "\(error)"])
        }
    }

    private mutating func answer<Asked: Operation>(_: Asked.Type, _ line: Data) throws -> Data {
        Self.encoded(try JSONDecoder().decode(Asked.self, from: line).perform(by: &self))
    }

    private static func encoded(_ answer: some Encodable) -> Data {
        (try? JSONEncoder().encode(answer)) ?? Data(#"{"error": "the answer has no encoding"}"#.utf8)
    }

    private struct Request: Decodable {
        let name: String

        enum CodingKeys: String, CodingKey {
            case name = "do"
        }
    }

    enum Mistake: Error {
        case noSuchOperation(String)
        case noSuchKey(Int)
        case noSuchKind(UInt64)
    }
}

extension Testee {
    mutating func keep(_ kek: OpenSSL.SymmetricKey) -> Int {
        keks.append(kek)
        return keks.count - 1
    }

    mutating func keep(_ device: LocalDevice<OpenSSL>, _ rows: RowSealer<OpenSSL>) -> Int {
        devices.append((device, rows))
        return devices.count - 1
    }

    func device(_ number: Int) throws -> (keys: LocalDevice<OpenSSL>, rows: RowSealer<OpenSSL>) {
        guard devices.indices.contains(number) else { throw Mistake.noSuchKey(number) }
        return devices[number]
    }

    func wrapper(_ kek: Int, of userID: UInt64) throws -> KeyWrapper<OpenSSL> {
        guard keks.indices.contains(kek) else { throw Mistake.noSuchKey(kek) }
        return KeyWrapper(userID: userID, key: keks[kek])
    }
}
