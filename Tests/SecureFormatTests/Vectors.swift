import TestSupport
import Testing

@testable import SecureFormat

/// `Tests/Vectors/secure-format.json`, which an implementation in another language wrote (dev/write-vectors.py).
struct Vectors: Decodable {
    struct Number: Decodable {
        let width: Int
        let value: String
        let bytes: Hex
    }

    struct Vector: Decodable {
        let least: Int
        let most: Int
        let value: Hex
        let bytes: Hex
    }

    struct RefusedVector: Decodable, CustomTestStringConvertible {
        let name: String
        let least: Int
        let most: Int
        let bytes: Hex
        let reason: String

        var testDescription: String { name }
    }

    struct Certificate: Decodable, CustomTestStringConvertible {
        struct Extension: Decodable {
            let type: UInt16
            let data: Hex
        }

        let name: String
        let identityKey: Hex
        let suite: UInt16
        let userId: String
        let deviceId: String
        let signingKey: Hex
        let encryptionKey: Hex
        let issuedAt: String
        let extensions: [Extension]
        let signed: Hex
        let certificate: Hex

        var testDescription: String { name }
    }

    struct RefusedCertificate: Decodable, CustomTestStringConvertible {
        let name: String
        let certificate: Hex
        let reason: String

        var testDescription: String { name }
    }

    let numbers: [Number]
    let vectors: [Vector]
    let refusedVectors: [RefusedVector]
    let certificates: [Certificate]
    let refusedCertificates: [RefusedCertificate]

    static let all: Vectors = {
        do {
            return try VectorFile.decode("secure-format.json", as: Vectors.self)
        } catch {
            Issue.record("\(error)")
            return Vectors(numbers: [], vectors: [], refusedVectors: [], certificates: [], refusedCertificates: [])
        }
    }()
}

extension Vectors.Certificate {
    func statement() throws -> DeviceStatement {
        DeviceStatement(
            suite: try #require(KeySuite(rawValue: suite)), userID: try #require(UInt64(userId)),
            deviceID: try #require(UInt64(deviceId)), signingKey: signingKey.bytes, encryptionKey: encryptionKey.bytes,
            issuedAt: try #require(UInt64(issuedAt)),
            extensions: extensions.map { FormatExtension(type: $0.type, data: $0.data.bytes) })
    }

    func claim() throws -> DeviceClaim {
        let statement = try statement()
        return DeviceClaim(
            userID: statement.userID, deviceID: statement.deviceID, signingKey: statement.signingKey,
            encryptionKey: statement.encryptionKey)
    }
}
