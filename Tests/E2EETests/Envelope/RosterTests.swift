import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite("Rosters")
struct RosterTests {
    private let now = Conversation.shared
    private var keys: [IdentityKey] { [now.alice.identityKey, now.bob.identityKey] }

    @Test("a roster's hash is that of docs/encryption.md, in whatever order the devices come")
    func hash() throws {
        let records = [now.laptop, now.bobs, now.phone].map(\.record)
        #expect(records.map(\.deviceID) == records.map(\.deviceID).sorted())
        let devices = records.flatMap { BigEndian.bytes($0.deviceID) + OpenSSL.sha256($0.certificate) }
        let hash = OpenSSL.sha256(BigEndian.label("martlet roster v1") + BigEndian.long(devices))
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
            let roster = try Roster<OpenSSL>.checked(
                version: 4, devices: order.map { records[$0] }, identityKeys: keys)
            #expect(roster.hash == hash)
            #expect(roster.version == 4)
            #expect(roster.devices.map(\.deviceID) == records.map(\.deviceID))
            #expect(roster.devices.map(\.certificateHash) == records.map { OpenSSL.sha256($0.certificate) })
        }
    }

    @Test("other devices, or another certificate of one, are another roster")
    func differences() throws {
        func hash(_ devices: [TestDevice]) throws -> [UInt8] {
            try Roster<OpenSSL>.checked(version: 4, devices: devices.map(\.record), identityKeys: keys).hash
        }
        let again = try now.alice.device(now.phone.record.deviceID)
        let hashes = try [[], [now.phone], [now.bobs], [now.phone, now.bobs], [again], [again, now.bobs]].map(hash)
        #expect(Set(hashes).count == hashes.count)
    }

    @Test("a device that does not belong there is named", arguments: RosterFault.all)
    func refused(_ fault: RosterFault) throws {
        let (devices, keys) = try fault.roster(now)
        let refusal = #expect(throws: RosterRefusal.self) {
            try Roster<OpenSSL>.checked(version: 1, devices: devices, identityKeys: keys)
        }
        #expect(refusal?.cause.description == fault.cause)
        #expect(refusal?.deviceID == fault.deviceID(now))
    }

    @Test("64 devices are a roster, 65 are none")
    func limit() throws {
        let records = try (0..<65).map { try now.alice.device(UInt64($0)).record }
        let roster = try Roster<OpenSSL>.checked(
            version: 1, devices: Array(records.prefix(64)), identityKeys: keys)
        #expect(roster.devices.count == 64)
        #expect(throws: RosterRefusal.tooManyDevices) {
            try Roster<OpenSSL>.checked(version: 1, devices: records, identityKeys: keys)
        }
    }

    @Test("what the receiver knows of the same version, and only that, is compared")
    func comparison() throws {
        var sender = Conversation.scheme
        let sealed = try sender.seal(Conversation.draft(), from: now.phone.local, for: now.roster)
        func differs(version: UInt64, _ devices: [TestDevice]) throws -> Bool? {
            let roster = try Roster<OpenSSL>.checked(
                version: version, devices: devices.map(\.record), identityKeys: keys)
            var receiver = Conversation.scheme
            return try receiver.open(
                sealed.content, at: Conversation.place(of: now.phone), from: now.phone, by: now.bobs, knowing: roster
            ).rosterDiffers
        }
        #expect(try differs(version: 12, [now.bobs, now.phone, now.laptop]) == false)
        #expect(try differs(version: 12, [now.bobs, now.phone]) == true)
        #expect(try differs(version: 11, [now.bobs, now.phone, now.laptop]) == nil)
        // The phone knows the hash of a roster of which it is no part.
        let others = try Roster<OpenSSL>.checked(
            version: 12, devices: [now.bobs.record, now.laptop.record], identityKeys: keys)
        let stranger = ForgedEnvelope(from: now.phone, to: [now.bobs], rosterHash: others.hash)
        var stranded = Conversation.scheme
        let told = try stranded.open(
            try stranger.sealed(), at: Conversation.place(of: now.phone), from: now.phone, by: now.bobs,
            knowing: others)
        #expect(told.rosterDiffers == true)
        var receiver = Conversation.scheme
        let unknown = try receiver.open(
            sealed.content, at: Conversation.place(of: now.phone), from: now.phone, by: now.bobs)
        #expect(unknown.rosterDiffers == nil)
    }
}
