import Basics
import Communication
import Contracts
import SimulatedBackend
import Synchronization
import Testing
import WireProtocol

/// A store of its own, and short words for what people do in it.
final class Scene: Sendable {
    let clock = TestClock()
    let backend: any OpenBackend
    let limits: Limits
    private let lastClientID = Atomic<UInt64>(1_000_000)
    private let lastDeviceVersion = Atomic<UInt64>(0)

    init(_ kind: BackendUnderTest, limits: Limits = Limits(), durableConsumers: [String] = []) throws {
        self.limits = limits
        backend = try kind.open(
            BackendSettings(limits: limits, clock: clock.wallClock, durableConsumers: durableConsumers))
    }

    deinit {
        backend.close()
    }

    var ports: CommunicationPorts { backend.ports }

    /// For tests of what only the simulated backend can be made to do.
    var simulated: SimulatedBackend {
        get throws { try #require(backend as? OpenSimulatedBackend).backend }
    }

    func restart() throws {
        try backend.restart()
    }

    // MARK: Identifiers

    static func clientID(_ number: UInt64) -> ClientID { ClientID(high: 7, low: number) }

    func newClientID() -> ClientID {
        Self.clientID(lastClientID.wrappingAdd(1, ordering: .relaxed).newValue)
    }

    func newDeviceVersion() -> UInt64 {
        lastDeviceVersion.wrappingAdd(1, ordering: .relaxed).newValue
    }

    // MARK: Commands

    /// - Parameter id: of the client; a new one unless given.
    func command(_ action: LogAction, by user: UserID, in room: Room, id: UInt64? = nil) -> LogCommand {
        LogCommand(
            chatID: room.id, author: user.caller, action: action,
            clientID: action.isRepeatableByNature ? nil : id.map(Self.clientID) ?? newClientID(),
            bodyHash: Array("\(action)".utf8))
    }

    @discardableResult
    func attempt(
        _ action: LogAction, by user: UserID, in room: Room, id: UInt64? = nil
    ) async throws -> AppendOutcome {
        try await ports.log.append(command(action, by: user, in: room, id: id)) { _ in }
    }

    /// The entries that an action makes; a failure of the test when it makes none.
    @discardableResult
    func perform(
        _ action: LogAction, by user: UserID, in room: Room, id: UInt64? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> [AppendedEntry] {
        let outcome = try await attempt(action, by: user, in: room, id: id)
        return try #require(outcome.appended, "\(outcome)", sourceLocation: sourceLocation)
    }

    /// Expects that an action is refused and changes nothing.
    func expectRefusal(
        _ refusal: AppendRefusal, of action: LogAction, by user: UserID, in room: Room,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try await lastSeq(of: room)
        let outcome = try await attempt(action, by: user, in: room)
        #expect(outcome.refusal == refusal, "\(outcome)", sourceLocation: sourceLocation)
        let after = try await lastSeq(of: room)
        #expect(after == before, sourceLocation: sourceLocation)
    }

    func lastSeq(of room: Room) async throws -> UInt64? {
        try await ports.log.state(of: room.id, after: 0, limit: 1, users: [])?.lastSeq
    }
}

extension LogAction {
    var isRepeatableByNature: Bool {
        switch self {
        case .send, .edit, .react, .setProfile: false
        default: true
        }
    }
}
