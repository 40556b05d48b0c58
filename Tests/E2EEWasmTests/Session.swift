import SecureFormat
import Testing

@testable import E2EEWasm

/// Calls as a host makes them, and what it remembers of them: the arguments of each operation that went well.
struct Session {
    private var calls = Calls(keys: OpenSSLKeyHandles())
    private(set) var right: [Operation: [UInt8]] = [:]

    /// The status and the result, or the cause.
    mutating func answer(_ operation: UInt32, _ arguments: [UInt8]) throws -> (isDone: Bool, rest: [UInt8]) {
        let answer = calls.answer(operation, arguments)
        let status = try #require(answer.first)
        #expect(status <= 1)
        return (status == 0, Array(answer.dropFirst()))
    }

    /// The cause for which an operation is refused; empty when it is not.
    mutating func cause(_ operation: Operation, _ arguments: [UInt8]) throws -> String {
        let (isDone, rest) = try answer(operation.rawValue, arguments)
        return isDone ? "" : String(decoding: rest, as: UTF8.self)
    }

    mutating func call(_ operation: Operation, _ write: (inout Results) -> Void = { _ in }) throws -> FormatReader {
        var arguments = Results()
        write(&arguments)
        let (isDone, rest) = try answer(operation.rawValue, arguments.all)
        try #require(isDone, "\(operation): \(String(decoding: rest, as: UTF8.self))")
        right[operation] = arguments.all
        return FormatReader(rest)
    }
}

extension FormatReader {
    mutating func bytes() throws -> [UInt8] { try opaque(Arguments.byteCounts) }
}

/// An account with one device, as handles and bytes.
struct Person {
    let userID: UInt64
    let deviceID: UInt64
    let identityKey: (handle: UInt32, bytes: [UInt8])
    let signingKey: (handle: UInt32, bytes: [UInt8])
    let encryptionKey: (handle: UInt32, bytes: [UInt8])
    let storageKey: UInt32
    let certificate: [UInt8]

    init(_ session: inout Session, userID: UInt64, deviceID: UInt64) throws {
        self.userID = userID
        self.deviceID = deviceID
        var account = try session.call(.generateAccountKey)
        let identityKey = (handle: try account.uint32(), bytes: try account.bytes())
        self.identityKey = identityKey
        var device = try session.call(.generateDeviceKeys) {
            $0.uint8(1)
            $0.uint64(deviceID)
            $0.flag(false)
        }
        let signingKey = (handle: try device.uint32(), bytes: try device.bytes())
        let encryptionKey = (handle: try device.uint32(), bytes: try device.bytes())
        self.signingKey = signingKey
        self.encryptionKey = encryptionKey
        storageKey = try device.uint32()
        try device.finish()
        var issued = try session.call(.issueCertificate) {
            $0.uint32(identityKey.handle)
            $0.bytes(identityKey.bytes)
            $0.uint64(userID)
            $0.uint64(deviceID)
            $0.bytes(signingKey.bytes)
            $0.bytes(encryptionKey.bytes)
            $0.uint64(1_800_000_000_000)
        }
        certificate = try issued.bytes()
    }

    func record(to arguments: inout Results) {
        arguments.uint64(userID)
        arguments.uint64(deviceID)
        arguments.bytes(signingKey.bytes)
        arguments.bytes(encryptionKey.bytes)
        arguments.bytes(certificate)
    }

    func device(to arguments: inout Results) {
        arguments.uint64(userID)
        arguments.uint64(deviceID)
        arguments.uint32(signingKey.handle)
        arguments.uint32(encryptionKey.handle)
    }
}

/// The bytes of a roster.
func roster(of people: [Person], version: UInt64 = 1) -> [UInt8] {
    var roster = Results()
    roster.uint64(version)
    roster.list(people) { $0.record(to: &$1) }
    roster.list(people) {
        $1.uint64($0.userID)
        $1.bytes($0.identityKey.bytes)
    }
    return roster.all
}
