import E2EE
import SecureFormat
import Testing

@testable import E2EEWasm

struct CallTests {
    private let clientID = [UInt8](repeating: 7, count: 16)

    @Test("a message is sealed and opened through calls of bytes")
    func message() throws {
        var session = Session()
        let (alice, bob) = (
            try Person(&session, userID: 1, deviceID: 11), try Person(&session, userID: 2, deviceID: 22)
        )
        #expect(try opened(&session, alice, bob) == Array("words".utf8))
    }

    private func seal(_ session: inout Session, from person: Person, for roster: [UInt8]) throws -> FormatReader {
        try session.call(.seal) {
            $0.uint64(5)
            $0.bytes([])
            person.device(to: &$0)
            $0.bytes(roster)
            $0.bytes(clientID)
            $0.uint8(EnvelopeKind.message.rawValue)
            $0.flag(false)
            $0.uint64(1_800_000_000_001)
            $0.bytes(Array("words".utf8))
            $0.flag(false)
        }
    }

    @Test("a roster that was checked is remembered, by all of its bytes, and only so many")
    func rosters() throws {
        var session = Session()
        let alice = try Person(&session, userID: 1, deviceID: 11)
        var rosters = CheckedRosters<OpenSSLKeyHandles.Provider>()
        for version in 1...UInt64(CheckedRosters<OpenSSLKeyHandles.Provider>.countMax + 1) {
            #expect(try rosters.roster(roster(of: [alice], version: version)).version == version)
        }
        #expect(rosters.count == CheckedRosters<OpenSSLKeyHandles.Provider>.countMax)
        // One that differs in a byte is checked anew.
        var changed = roster(of: [alice], version: 3)
        changed[changed.count - 1] ^= 1
        #expect(throws: CallFailure.self) { try rosters.roster(changed) }
    }

    @Test("what is no operation")
    func unknownOperation() throws {
        var session = Session()
        for operation: UInt32 in [0, 3, 9, 18, 23, 68, .max] {
            let (isDone, cause) = try session.answer(operation, [])
            #expect(!isDone)
            #expect(String(decoding: cause, as: UTF8.self) == "call.operation")
        }
    }

    @Test("a key that is none, or is of another kind", arguments: [UInt32(0), 999, .max])
    func unknownKey(handle: UInt32) throws {
        var session = Session()
        let alice = try Person(&session, userID: 1, deviceID: 11)
        for key in [handle, alice.signingKey.handle] {
            var arguments = Results()
            arguments.uint32(key)
            arguments.bytes([1])
            arguments.bytes([2])
            #expect(try session.cause(.sealRow, arguments.all) == "call.key")
        }
    }

    @Test("no argument is so damaged that it ends the process, whatever the operation")
    func damagedArguments() throws {
        var session = Session()
        try everyOperation(&session)
        #expect(session.right.count == Operation.allCases.count)
        var random = SystemRandomNumberGenerator()
        var count = 0
        for (operation, right) in session.right where operation != .stretchPassword && operation != .generateDeviceKeys
        {
            for end in 0..<min(right.count, 200) {
                #expect(try session.cause(operation, Array(right.prefix(end))) == "call.arguments")
                count += 1
            }
            #expect(try session.cause(operation, right + [0]) == "call.arguments")
            for _ in 0..<200 {
                var damaged = right
                for _ in 0..<Int.random(in: 1...3, using: &random) where !damaged.isEmpty {
                    damaged[Int.random(in: damaged.indices, using: &random)] ^= 1 << UInt8.random(in: 0...7)
                }
                let cause = try session.cause(operation, damaged)
                #expect(cause.isEmpty || cause.contains("."))
                count += 1
            }
        }
        print("\(count) damaged calls of \(session.right.count) operations")
    }

    /// One right call of each.
    private func everyOperation(_ session: inout Session) throws {
        let (alice, bob) = (
            try Person(&session, userID: 1, deviceID: 11), try Person(&session, userID: 2, deviceID: 22)
        )
        for operation in [Operation.sha256, .hmacSHA256] {
            _ = try session.call(operation) {
                $0.bytes([1, 2])
                if operation == .hmacSHA256 { $0.bytes([3]) }
            }
        }
        try messageOperations(&session, alice, bob)
        try keyOperations(&session, alice)
        try recoveryOperations(&session, alice)
        try verificationOperations(&session, alice, bob)
        try historyOperations(&session, alice)
        try fileOperations(&session)
    }

    private func messageOperations(_ session: inout Session, _ alice: Person, _ bob: Person) throws {
        _ = try session.call(.checkRoster) { $0.bytes(roster(of: [alice, bob])) }
        _ = try session.call(.checkCertificate) {
            $0.bytes(alice.identityKey.bytes)
            alice.record(to: &$0)
        }
        _ = try opened(&session, alice, bob)
    }

    /// What the other device opens of what the one has sealed.
    private func opened(_ session: inout Session, _ alice: Person, _ bob: Person) throws -> [UInt8] {
        var sealed = try seal(&session, from: alice, for: roster(of: [alice, bob]))
        _ = try sealed.bytes()
        let (ciphertext, rosterVersion, keys) = (try sealed.bytes(), try sealed.uint64(), try sealed.bytes())
        var opened = try session.call(.open) {
            $0.uint64(5)
            $0.bytes([])
            bob.device(to: &$0)
            $0.flag(true)
            $0.bytes(roster(of: [alice, bob]))
            $0.bytes(ciphertext)
            $0.uint64(rosterVersion)
            $0.bytes(keys)
            $0.flag(false)
            $0.uint64(1)
            $0.bytes(clientID)
            $0.uint64(11)
            $0.uint8(EnvelopeKind.message.rawValue)
            $0.uint8(0)
            $0.flag(true)
            alice.record(to: &$0)
            $0.flag(true)
            $0.bytes(alice.identityKey.bytes)
        }
        _ = try opened.bytes()
        return try opened.bytes()
    }

    private func keyOperations(_ session: inout Session, _ alice: Person) throws {
        var stretched = try session.call(.stretchPassword) {
            $0.bytes(Array("password".utf8))
            $0.bytes([UInt8](repeating: 1, count: 16))
            $0.uint32(600_000)
        }
        _ = try stretched.bytes()
        let kek = try stretched.uint32()
        var wrapped = try session.call(.wrapAccountKey) {
            $0.uint32(kek)
            $0.uint64(1)
            $0.uint32(alice.identityKey.handle)
        }
        let wrappedKey = try wrapped.bytes()
        _ = try session.call(.openAccountKey) {
            $0.uint32(kek)
            $0.uint64(1)
            $0.bytes(wrappedKey)
            $0.flag(false)
        }
        var device = try session.call(.generateDeviceKeys) {
            $0.uint8(1)
            $0.uint64(11)
            $0.flag(true)
            $0.uint32(kek)
            $0.uint64(1)
        }
        for _ in 0..<2 { _ = (try device.uint32(), try device.bytes()) }
        _ = try device.uint32()
        let keys = (try device.bytes(), try device.bytes(), try device.bytes())
        _ = try session.call(.openDeviceKeys) {
            $0.uint32(kek)
            $0.uint64(1)
            $0.uint64(11)
            $0.bytes(keys.0)
            $0.bytes(keys.1)
            $0.bytes(keys.2)
        }
    }

    private func recoveryOperations(_ session: inout Session, _ alice: Person) throws {
        var generated = try session.call(.generateRecoveryKey)
        let recoveryKey = try generated.bytes()
        _ = try session.call(.checkRecoveryKey) { $0.bytes(recoveryKey) }
        var sealed = try session.call(.sealBackup) {
            $0.bytes(recoveryKey)
            $0.uint64(1)
            $0.uint32(alice.identityKey.handle)
            $0.uint64(1)
            $0.uint64(2)
            $0.bytes([1, 2, 3])
        }
        let backup = try sealed.bytes()
        _ = try session.call(.openBackup) {
            $0.bytes(recoveryKey)
            $0.uint64(1)
            $0.bytes(backup)
            $0.uint64(0)
            $0.flag(true)
        }
    }

    private func verificationOperations(_ session: inout Session, _ alice: Person, _ bob: Person) throws {
        func parties(_ arguments: inout Results) {
            for person in [alice, bob] {
                arguments.uint64(person.userID)
                arguments.bytes(person.identityKey.bytes)
            }
        }
        _ = try session.call(.safetyNumber, parties)
        var code = try session.call(.safetyCode, parties)
        let scanned = try code.bytes()
        _ = try session.call(.compareSafetyCode) {
            parties(&$0)
            $0.bytes(scanned)
        }
    }

    private func historyOperations(_ session: inout Session, _ alice: Person) throws {
        var sealed = try session.call(.sealRow) {
            $0.uint32(alice.storageKey)
            $0.bytes([1])
            $0.bytes([2, 3])
        }
        let row = try sealed.bytes()
        _ = try session.call(.openRow) {
            $0.uint32(alice.storageKey)
            $0.bytes([1])
            $0.bytes(row)
        }
    }

    private func fileOperations(_ session: inout Session) throws {
        var sealing = try session.call(.beginSealingFile) { $0.uint64(3) }
        let sealer = try sealing.uint32()
        var sealed = try session.call(.sealChunk) {
            $0.uint32(sealer)
            $0.bytes([1, 2, 3])
        }
        let piece = try sealed.bytes()
        var finished = try session.call(.finishSealingFile) { $0.uint32(sealer) }
        let secret = try finished.bytes()
        var opening = try session.call(.beginOpeningFile) { $0.bytes(secret) }
        let opener = try opening.uint32()
        _ = try session.call(.openChunk) {
            $0.uint32(opener)
            $0.bytes(piece)
        }
        _ = try session.call(.finishOpeningFile) { $0.uint32(opener) }
        _ = try session.call(.openPiece) {
            $0.bytes(secret)
            $0.uint64(0)
            $0.bytes(piece)
        }
        _ = try session.call(.endFile) { $0.uint32(opener) }
    }
}
