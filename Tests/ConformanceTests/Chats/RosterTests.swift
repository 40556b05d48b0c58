import Basics
import Communication
import SimulatedBackend
import Testing
import WireProtocol

@Suite("Rosters: the devices for which a message is sealed")
struct RosterTests {
    private func roster(_ scene: Scene, _ room: Room) async throws -> GetChatKeysResponse {
        try #require(try await scene.ports.chats.roster(of: room.id, reader: .ada))
    }

    @Test(
        "the active devices of the members, in the order in which they became active",
        arguments: BackendUnderTest.allCases)
    func devices(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(2, of: .ben)
        try await scene.activate(1, of: .ada, .cem)
        try await scene.activate(1, of: .ben, keys: 9)
        try await scene.activate(3, of: .ben)
        try await scene.deactivate(3, of: .ben)
        let room = try await scene.group([.ada, .ben], .e2ee)
        let roster = try await roster(scene, room)
        #expect(
            roster.devices.map(\.deviceID) == [UserID.ben.device(2), UserID.ada.device(1), UserID.ben.device(1)])
        #expect(roster.devices.map(\.userID) == [UserID.ben, .ada, .ben].map(\.rawValue))
        #expect(roster.devices[2].encryptionKey == [1, 9])
        #expect(roster.devices[2].signingKey == [2, 9])
        #expect(roster.devices[2].certificate == [3, 9])
        #expect(roster.excludedDeviceIDs.isEmpty)
        #expect(roster.rosterVersion == (try await scene.view(of: room, for: .ben).rosterVersion))
    }

    @Test(
        "its version rises with everything that changes it, and never goes back",
        arguments: BackendUnderTest.allCases)
    func version(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben, .cem)
        let room = try await scene.group([.ada, .ben], .e2ee)
        var last = try await scene.rosterVersion(of: room, for: .ada)
        func expectHigher(sourceLocation: SourceLocation = #_sourceLocation) async throws {
            let version = try await scene.rosterVersion(of: room, for: .ada)
            #expect(version > last, sourceLocation: sourceLocation)
            #expect(try await scene.view(of: room, for: .ada).rosterVersion == version, sourceLocation: sourceLocation)
            last = version
        }
        for number in 2...6 as ClosedRange<UInt64> {
            try await scene.activate(number, of: .ben)
            try await expectHigher()
        }
        try await scene.activate(6, of: .ben, keys: 2)
        try await expectHigher()
        try await scene.deactivate(5, of: .ben)
        try await expectHigher()
        // All that Ben's devices had added goes with Ben.
        try await scene.remove(.ben, by: .ada, from: room)
        try await expectHigher()
        try await scene.add([.cem], by: .ada, to: room)
        try await expectHigher()
        try await scene.add([.ben], by: .ada, to: room)
        try await expectHigher()
        try await scene.leave(room, by: .ben)
        try await expectHigher()
        try await scene.deactivate(of: .ada)
        try await expectHigher()
        try await scene.activate(of: .ada)
        try await expectHigher()
    }

    @Test("what does not change it leaves its version", arguments: BackendUnderTest.allCases)
    func unchanged(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben, .cem)
        let room = try await scene.group([.ada, .ben], .e2ee)
        let version = try await scene.rosterVersion(of: room, for: .ada)
        let message = try await scene.send("x", by: .ada, in: room)
        try await scene.react("+", to: message.seq, by: .ben, in: room)
        try await scene.changeRole(of: .ben, to: .admin, by: .ada, in: room)
        try await scene.activate(of: .ben)
        try await scene.deactivate(2, of: .ben)
        try await scene.activate(2, of: .cem)
        #expect(try await scene.rosterVersion(of: room, for: .ada) == version)
        #expect(try await scene.rosterVersion(of: room, for: .ben) == version)
    }

    @Test("a message that is sealed for others is refused with the difference", arguments: BackendUnderTest.allCases)
    func changed(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        try await scene.activate(2, of: .ben)
        let room = try await scene.group([.ada, .ben], .e2ee)
        let stale = try await roster(scene, room)
        try await scene.deactivate(2, of: .ben)
        try await scene.activate(3, of: .ben)
        try await scene.activate(4, of: .ada)
        let version = try await scene.rosterVersion(of: room, for: .ada)
        let send = LogAction.send(content: scene.sealed("x", for: stale), replyToSeq: nil, fileIDs: [])
        try await scene.expectRefusal(
            .rosterChanged(
                version: version, missing: [UserID.ada.device(4), UserID.ben.device(3)],
                extra: [UserID.ben.device(2)]),
            of: send, by: .ada, in: room)
        // Sealed again under the same client id.
        #expect(try await scene.attempt(send, by: .ada, in: room, id: 1).refusal != nil)
        try await scene.send("x", by: .ada, in: room, id: 1)
    }

    @Test("other keys of the same devices are another roster", arguments: BackendUnderTest.allCases)
    func keys(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.direct(.ada, .ben)
        let stale = try await roster(scene, room)
        try await scene.activate(of: .ben, keys: 2)
        let version = try await scene.rosterVersion(of: room, for: .ada)
        #expect(version > stale.rosterVersion)
        try await scene.expectRefusal(
            .rosterChanged(version: version, missing: [], extra: []),
            of: .send(content: scene.sealed("x", for: stale), replyToSeq: nil, fileIDs: []), by: .ada, in: room)
    }

    @Test("newcomers and leavers are seen by the next message", arguments: BackendUnderTest.allCases)
    func members(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben, .cem)
        let room = try await scene.group([.ada, .ben], .e2ee)
        let first = try await roster(scene, room)
        try await scene.add([.cem], by: .ada, to: room)
        let second = try await roster(scene, room)
        try await scene.expectRefusal(
            .rosterChanged(version: second.rosterVersion, missing: [UserID.cem.device(1)], extra: []),
            of: .send(content: scene.sealed("x", for: first), replyToSeq: nil, fileIDs: []), by: .ada, in: room)
        try await scene.remove(.cem, by: .ada, from: room)
        let third = try await roster(scene, room)
        try await scene.expectRefusal(
            .rosterChanged(version: third.rosterVersion, missing: [], extra: [UserID.cem.device(1)]),
            of: .send(content: scene.sealed("x", for: second), replyToSeq: nil, fileIDs: []), by: .ben, in: room)
        // The same devices as at first, yet not the same roster.
        try await scene.expectRefusal(
            .rosterChanged(version: third.rosterVersion, missing: [], extra: []),
            of: .send(content: scene.sealed("x", for: first), replyToSeq: nil, fileIDs: []), by: .ben, in: room)
    }

    @Test("sends that race with a device are sealed for it or come before it", arguments: BackendUnderTest.allCases)
    func race(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.group([.ada, .ben], .e2ee)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 2...12 as ClosedRange<UInt64> { try await scene.activate(number, of: .ben) }
            }
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<15 {
                        let content = try await scene.content("x", by: .ada, in: room)
                        try await scene.attempt(
                            .send(content: content, replyToSeq: nil, fileIDs: []), by: .ada, in: room)
                    }
                }
            }
            try await group.waitForAll()
        }
        try await scene.send("last", by: .ada, in: room)
        let sealed = try await scene.entries(of: room, for: .ben).compactMap(\.content)
        let versions = sealed.compactMap(\.rosterVersion)
        #expect(versions == versions.sorted())
        #expect(sealed.map(\.keys.count) == sealed.map(\.keys.count).sorted())
        #expect(sealed.last?.keys.count == 13)
    }

    @Test(
        "a device that changes between reading the roster and sending is seen",
        arguments: [BackendUnderTest.simulated])
    func between(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada, .ben)
        let room = try await scene.direct(.ada, .ben)
        let content = try await scene.content("x", by: .ada, in: room)
        let simulated = try scene.simulated
        simulated.holdCommits()
        async let device: Void = scene.activate(2, of: .ben)
        await simulated.waitUntilHeld(1)
        async let sent = scene.attempt(.send(content: content, replyToSeq: nil, fileIDs: []), by: .ada, in: room)
        await simulated.waitUntilHeld(2)
        simulated.releaseCommits()
        try await device
        let version = try await scene.rosterVersion(of: room, for: .ada)
        #expect(
            try await sent.refusal == .rosterChanged(version: version, missing: [UserID.ben.device(2)], extra: []))
    }

    @Test("a member without any device holds everybody up", arguments: BackendUnderTest.allCases)
    func memberWithoutKeys(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        try await scene.activate(of: .ada)
        let room = try await scene.group([.ada, .ben], .e2ee)
        let content = try await scene.content("x", by: .ada, in: room)
        let send = LogAction.send(content: content, replyToSeq: nil, fileIDs: [])
        try await scene.expectRefusal(.memberWithoutKeys([.ben]), of: send, by: .ada, in: room)
        try await scene.activate(of: .ben)
        try await scene.send("x", by: .ada, in: room)
        try await scene.deactivate(of: .ben)
        try await scene.expectRefusal(.memberWithoutKeys([.ben]), of: send, by: .ada, in: room)
        try await scene.remove(.ben, by: .ada, from: room)
        try await scene.send("x", by: .ada, in: room)
    }

    @Test("the device for which there is no place stays outside until one goes", arguments: BackendUnderTest.allCases)
    func excluded(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let max = UInt64(scene.limits.rosterDevicesMax)
        try await scene.activate(1, of: .ada)
        for number in 1..<max { try await scene.activate(number, of: .ben) }
        let room = try await scene.group([.ada, .ben], .e2ee)
        try await scene.activate(2, of: .ada)
        let full = try await roster(scene, room)
        #expect(full.devices.count == Int(max))
        #expect(full.excludedDeviceIDs == [UserID.ada.device(2)])
        try await scene.send("x", by: .ada, in: room)
        // A device that comes back queues up like a new one.
        try await scene.deactivate(3, of: .ben)
        try await scene.activate(3, of: .ben)
        let moved = try await roster(scene, room)
        #expect(moved.devices.last?.deviceID == UserID.ada.device(2))
        #expect(moved.excludedDeviceIDs == [UserID.ben.device(3)])
        try await scene.expectRefusal(
            .rosterChanged(
                version: moved.rosterVersion, missing: [UserID.ada.device(2)], extra: [UserID.ben.device(3)]),
            of: .send(content: scene.sealed("x", for: full), replyToSeq: nil, fileIDs: []), by: .ada, in: room)
        try await scene.send("x", by: .ada, in: room)
    }

    @Test("nobody is added whose devices have no place", arguments: BackendUnderTest.allCases)
    func tooMany(backend: BackendUnderTest) async throws {
        var limits = Limits()
        limits.rosterDevicesMax = 4
        let scene = try Scene(backend, limits: limits)
        try await scene.activate(of: .ada, .ben, .cem)
        try await scene.activate(2, of: .cem)
        try await scene.activate(3, of: .cem)
        let room = try await scene.group([.ada, .ben], .e2ee)
        let add = LogAction.addMembers([.cem], role: .member)
        try await scene.expectRefusal(.tooManyDevices(limit: 4), of: add, by: .ada, in: room)
        try await scene.deactivate(3, of: .cem)
        try await scene.add([.cem], by: .ada, to: room)
        let plain = try await scene.group([.ada, .ben])
        try await scene.activate(3, of: .cem)
        try await scene.add([.cem], by: .ada, to: plain)
    }

    @Test("a chat that the server may read asks for no devices", arguments: BackendUnderTest.allCases)
    func readable(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.group([.ada, .ben])
        let version = try await scene.view(of: room, for: .ada).rosterVersion
        try await scene.activate(of: .ada)
        try await scene.send("x", by: .ada, in: room)
        #expect(try await scene.view(of: room, for: .ada).rosterVersion == version)
    }
}
