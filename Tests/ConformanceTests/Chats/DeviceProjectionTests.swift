import Basics
import Communication
import Testing
import WireProtocol

@Suite("Device projection: told again or out of order, it comes out the same")
struct DeviceProjectionTests {
    private func roster(_ scene: Scene, _ room: Room) async throws -> GetChatKeysResponse {
        try #require(try await scene.ports.chats.roster(of: room.id, reader: .ada))
    }

    @Test("what is told again changes nothing", arguments: BackendUnderTest.allCases)
    func idempotent(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.direct(.ada, .ben)
        let change = scene.deviceChange(1, of: .ben, version: 3, isActive: true)
        try await scene.ports.devices.apply(change)
        let once = try await roster(scene, room)
        try await scene.ports.devices.apply(change)
        #expect(try await roster(scene, room) == once)
        #expect(once.devices.map(\.deviceID) == [UserID.ben.device(1)])
        // The same version with other keys is not believed.
        try await scene.ports.devices.apply(scene.deviceChange(1, of: .ben, version: 3, isActive: true, keys: 2))
        #expect(try await roster(scene, room) == once)
    }

    @Test("what is older than what is known changes nothing", arguments: BackendUnderTest.allCases)
    func order(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.direct(.ada, .ben)
        let changes = [
            scene.deviceChange(1, of: .ben, version: 2, isActive: true, keys: 2),
            scene.deviceChange(1, of: .ben, version: 5, isActive: false),
            scene.deviceChange(1, of: .ben, version: 3, isActive: true, keys: 3),
            scene.deviceChange(1, of: .ben, version: 4, isActive: true, keys: 4),
        ]
        for change in changes { try await scene.ports.devices.apply(change) }
        #expect(try await roster(scene, room).devices.isEmpty)
        try scene.restart()
        let before = try await roster(scene, room)
        for change in changes { try await scene.ports.devices.apply(change) }
        #expect(try await roster(scene, room) == before)
        try await scene.ports.devices.apply(scene.deviceChange(1, of: .ben, version: 6, isActive: true, keys: 6))
        #expect(try await roster(scene, room).devices.map(\.certificate) == [[3, 6]])
    }

    @Test("versions are of each device", arguments: BackendUnderTest.allCases)
    func devices(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.direct(.ada, .ben)
        try await scene.ports.devices.apply(scene.deviceChange(1, of: .ben, version: 9, isActive: true))
        try await scene.ports.devices.apply(scene.deviceChange(2, of: .ben, version: 1, isActive: true))
        try await scene.ports.devices.apply(scene.deviceChange(1, of: .ada, version: 1, isActive: true))
        #expect(
            try await roster(scene, room).devices.map(\.deviceID) == [
                UserID.ben.device(1), UserID.ben.device(2), UserID.ada.device(1),
            ])
    }

    @Test("other keys do not change a device's place", arguments: BackendUnderTest.allCases)
    func place(backend: BackendUnderTest) async throws {
        let scene = try Scene(backend)
        let room = try await scene.direct(.ada, .ben)
        try await scene.activate(1, of: .ben)
        try await scene.activate(1, of: .ada)
        try await scene.activate(1, of: .ben, keys: 2)
        let devices = try await roster(scene, room).devices
        #expect(devices.map(\.deviceID) == [UserID.ben.device(1), UserID.ada.device(1)])
        #expect(devices.map(\.encryptionKey) == [[1, 2], [1, 1]])
    }
}
