import Basics
import Contracts
import EmbeddedBackend
import SQLiteDriver
import TestSupport
import Testing
import WireProtocol

@testable import Identity

@Suite("Keys and devices")
struct KeyTests {
    /// The points 1 to 4 times the base point, which is of prime order.
    private static let points = [
        "5866666666666666666666666666666666666666666666666666666666666666",
        "c9a3f86aae465f0e56513864510f3997561fa2c9e85ea21dc2292309f3cd6022",
        "d4b4f5784868c3020403246717ec169ff79e26608ea126a1ab69ee77d1b16712",
        "2f1132ca61ab38dff00f2fea3228f24c6c71d58085b80e47e19515cb27e8d047",
    ].map { hex in
        stride(from: 0, to: 64, by: 2).map { UInt8(String(Array(hex)[$0..<$0 + 2]), radix: 16) ?? 0 }
    }

    private static func context(_ caller: Caller) -> CallContext { CallContext(caller: caller, requestID: "test") }

    private static func registered(_ fixture: IdentityFixture) async throws -> Caller {
        try await fixture.caller(of: try await fixture.register("ada@example.org"))
    }

    private static func rows(_ sql: StaticString, _ fixture: IdentityFixture) throws -> [[UInt64]] {
        let connection = try SQLiteConnection(
            path: "\(fixture.directory.path)/identity.db", role: .reader, settings: SQLiteSettings())
        return try connection.prepare(sql).all({ _ in }, read: { row in (0..<4).map { row.uint64($0) } })
    }

    @Test("of several identity keys that are put at one time, one wins and everybody else is told")
    func race() async throws {
        let fixture = try await IdentityFixture()
        let caller = try await Self.registered(fixture)
        let service = fixture.service
        let results = await withTaskGroup(of: ErrorCode?.self) { group in
            for point in Self.points {
                group.addTask {
                    do throws(APIError) {
                        let request = PutAccountKeyRequest(identityKey: point)
                        _ = try await service.putAccountKey(request, context: Self.context(caller))
                        return nil
                    } catch {
                        return error.code
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count { $0 == nil } == 1)
        #expect(results.count { $0 == .keysAccountExists } == Self.points.count - 1)
    }

    @Test("who replaced an identity key is on record")
    func audit() async throws {
        let fixture = try await IdentityFixture()
        let caller = try await Self.registered(fixture)
        func reset(_ point: [UInt8]) async throws(APIError) {
            let request = ResetAccountKeyRequest(identityKey: point, password: "correct horse")
            _ = try await fixture.service.resetAccountKey(request, context: Self.context(caller))
        }
        _ = try await fixture.service.putAccountKey(
            PutAccountKeyRequest(identityKey: Self.points[0]), context: Self.context(caller))
        try await reset(Self.points[1])
        try await reset(Self.points[1])
        try await reset(Self.points[2])
        let rows = try Self.rows(
            "SELECT number, user_id, device_id, session_id FROM identity_key_resets ORDER BY number", fixture)
        let who = [caller.userID.rawValue, caller.deviceID.rawValue, caller.sessionID.rawValue]
        #expect(rows == [[1] + who, [2] + who])
    }

    @Test("keys that were certified by a key that is no longer the account's are not stored")
    func resetOvertakes() async throws {
        let fixture = try await IdentityFixture()
        let caller = try await Self.registered(fixture)
        let keys = DeviceKeys(
            deviceID: caller.deviceID.rawValue, encryptionKey: [1], signingKey: [2], certificate: [3])
        let store = fixture.backend.identity.keys
        func put(_ point: [UInt8]) async throws(StoreError) -> DeviceKeysOutcome {
            try await store.putDeviceKeys(keys, of: caller, certifiedBy: point, devicesMax: 1)
        }
        #expect(try await put(Self.points[0]) == .notCertified)
        _ = try await store.putIdentityKey(IdentityKey(bytes: Self.points[0], createdAt: 1), of: caller.userID)
        #expect(try await put(Self.points[1]) == .notCertified)
        #expect(try await put(Self.points[0]) == .stored)
        #expect(try await fixture.backend.identity.devices.remove(caller.deviceID, of: caller.userID, now: 1) != nil)
        #expect(try await put(Self.points[0]) == .noSuchDevice)
    }

    @Test("removing a device ends its sessions, for the gateways too")
    func sessionsEnd() async throws {
        let fixture = try await IdentityFixture()
        let caller = try await Self.registered(fixture)
        _ = try await fixture.service.removeDevice(
            RemoveDeviceRequest(id: caller.deviceID.rawValue), context: Self.context(caller))
        #expect(try Self.rows("SELECT session_id, 0, 0, 0 FROM sessions", fixture) == [])
        let revoked = try Self.rows("SELECT session_id, 0, 0, 0 FROM revocations", fixture).map { $0[0] }
        #expect(revoked == [caller.sessionID.rawValue])
    }

    @Test("nobody waits for longer than the offer lasts, and what is over is deleted")
    func linkEnds() async throws {
        let fixture = try await IdentityFixture()
        let caller = try await Self.registered(fixture)
        let devices = fixture.backend.identity.devices
        let start = try await devices.startLink(
            NewDeviceLink(offer: [1], createdAt: 1_000, expiresAt: 2_000), by: caller, pendingMax: 1)
        guard case .started(let id) = start else {
            Issue.record("\(start)")
            return
        }
        #expect(try await devices.link(of: caller.deviceID, now: 1_999)?.linkID == id)
        #expect(try await devices.link(of: caller.deviceID, now: 2_000) == nil)
        let others = DeviceID(caller.deviceID.rawValue + 1)
        #expect(try await devices.pendingLinks(of: caller.userID, except: others, now: 1_999).map(\.linkID) == [id])
        #expect(try await devices.pendingLinks(of: caller.userID, except: others, now: 2_000) == [])
        let approval = LinkApproval(deviceID: caller.deviceID, linkID: id, payload: [1])
        #expect(try await devices.approve(approval, by: caller, now: 2_000) == .noSuchLink)

        // Another one, whoever asks, sweeps what is over.
        let other = try await fixture.caller(of: try await fixture.register("bob@example.org"))
        _ = try await devices.startLink(
            NewDeviceLink(offer: [1], createdAt: 2_000, expiresAt: 3_000), by: other, pendingMax: 1)
        let left = try Self.rows("SELECT device_id, 0, 0, 0 FROM device_links", fixture).map { $0[0] }
        #expect(left == [other.deviceID.rawValue])
    }

    @Test("an offer lasts as long as the limit says, by the service's clock")
    func linkLasts() async throws {
        var limits = Limits()
        limits.linkLifetimeMilliseconds = 0
        let fixture = try await IdentityFixture(limits: limits)
        let caller = try await Self.registered(fixture)
        let context = Self.context(caller)
        _ = try await fixture.service.startDeviceLink(StartDeviceLinkRequest(offer: [1]), context: context)
        await #expect(throws: APIError(.deviceLinkNotFound)) {
            try await fixture.service.getDeviceLink(GetDeviceLinkRequest(), context: context)
        }
    }

    @Test("a backup that is erased leaves its version only")
    func backupIsErased() async throws {
        let fixture = try await IdentityFixture()
        let context = Self.context(try await Self.registered(fixture))
        let data = Array("the words that are nowhere else".utf8)
        _ = try await fixture.service.putBackup(PutBackupRequest(data: data), context: context)
        _ = try await fixture.service.deleteBackup(DeleteBackupRequest(), context: context)
        let rows = try Self.rows("SELECT version, data IS NULL, 0, 0 FROM backups", fixture)
        #expect(rows == [[2, 1, 0, 0]])
    }

    @Test("without a caller nothing of this is answered")
    func stranger() async throws {
        let fixture = try await IdentityFixture()
        let service = fixture.service
        await #expect(throws: APIError(.authRequired)) {
            try await service.getUserKeys(GetUserKeysRequest(id: 1), context: IdentityFixture.nobody)
        }
        await #expect(throws: APIError(.authRequired)) {
            try await service.putBackup(PutBackupRequest(data: [1]), context: IdentityFixture.nobody)
        }
    }
}
