internal import Basics
internal import WireProtocol

/// One chat on one loop: who receives its entries, and which entry comes next. A value without I/O; `DeliveryRouter`
/// owns it and does what it says.
///
/// The bus is a hint: an event is delivered only when it is the next entry for exactly the members whom the route
/// knows. Otherwise the route waits until it has been repaired from the log (`ChatRoute+Repair`).
struct ChatRoute {
    /// A socket of somebody who is in the chat.
    struct Receiver: Hashable {
        let socket: SocketID
        let user: UserID
        let device: DeviceID
        var codec = FrameCodec.json
        /// The first entry that is given to this socket; what is before, the client pulls.
        var fromSeq: UInt64
        /// The own removal: the last entry that the user gets.
        var leftSeq: UInt64?

        func receives(_ seq: UInt64) -> Bool { seq >= fromSeq && seq <= leftSeq ?? .max }
    }

    enum Verdict: Equatable {
        /// It is the next one: give it to those who receive it, then call `delivered`.
        case deliver
        /// It is known.
        case ignore
        /// It waits. With `startsRepair` the chat's state has to be read.
        case wait(startsRepair: Bool)
    }

    /// The highest entry that was handled.
    private(set) var lastSeq: UInt64
    /// Of the members whom the receivers are of; nil until the first event or sample says.
    private(set) var memberVersion: UInt64?
    private(set) var receivers: [Receiver] = []
    /// Whether the chat's state is being read.
    private(set) var isRepairing = false
    var parked: [EntryAppended] = []
    /// Sockets that are not let in yet (`ChatRoute+Newcomers`).
    var newcomers: [Newcomer] = []
    /// Entries that a socket knows of by their acceptance, whose events have not come yet.
    private var accepted: [UInt64: SocketID] = [:]
    /// Acceptances that wait until what is before them has been delivered.
    private var held: [UInt64: HeldAcceptance] = [:]
    private let parkedMax: Int

    struct HeldAcceptance {
        let socket: SocketID
        let frame: ServerFrame
    }

    init(lastSeq: UInt64, memberVersion: UInt64?, parkedMax: Int) {
        self.lastSeq = lastSeq
        self.memberVersion = memberVersion
        self.parkedMax = parkedMax
    }

    // MARK: Receivers

    /// - Precondition: the user is a member from `fromSeq` on, which the route has not reached.
    mutating func add(_ receiver: Receiver) {
        receivers.append(receiver)
    }

    mutating func unsubscribe(_ socket: SocketID) {
        receivers.removeAll { $0.socket == socket }
        newcomers.removeAll { $0.socket == socket }
        held = held.filter { $0.value.socket != socket }
    }

    /// What the socket receives now: of somebody who left and came again, the last membership.
    func receiver(_ socket: SocketID) -> Receiver? { receivers.last { $0.socket == socket } }

    /// Whether the socket receives the chat's entries, or waits for it.
    func knows(_ socket: SocketID) -> Bool {
        receivers.contains { $0.socket == socket } || newcomers.contains { $0.socket == socket }
    }

    /// Whether the user, who receives the chat, has not been given everything up to this entry.
    func isBehind(_ seq: UInt64, for user: UserID) -> Bool {
        lastSeq < seq && receivers.contains { $0.user == user }
    }

    /// Nobody is left who would want to hear of the chat.
    var isUnused: Bool { receivers.isEmpty && newcomers.isEmpty }

    /// Of whom a sample of the membership has to tell.
    var users: Set<UserID> { Set(receivers.map(\.user)).union(newcomers.map(\.receiver.user)) }

    /// A user's membership has ended with this entry.
    ///
    /// - Returns: whether the entry is still to come and the chat's state has to be read.
    mutating func end(_ user: UserID, at seq: UInt64) -> Bool {
        setLeft(user, at: seq)
        guard seq > lastSeq, receivers.contains(where: { $0.user == user }) else { return false }
        return beginRepair()
    }

    // MARK: Events

    mutating func received(_ event: EntryAppended) -> Verdict {
        guard let entry = event.entry, entry.seq > lastSeq else { return .ignore }
        guard !isRepairing else {
            park(event)
            return .wait(startsRepair: false)
        }
        guard isNext(entry, event.memberVersion) else {
            park(event)
            isRepairing = true
            return .wait(startsRepair: true)
        }
        begin(entry, event.memberVersion)
        return .deliver
    }

    private func isNext(_ entry: Entry, _ version: UInt64) -> Bool {
        guard entry.seq == lastSeq + 1 else { return false }
        guard let memberVersion else { return true }
        return version == memberVersion + (entry.kind == .member ? 1 : 0)
    }

    /// What is over the bound is in the log.
    private mutating func park(_ event: EntryAppended) {
        if parked.count < parkedMax { parked.append(event) }
    }

    mutating func begin(_ entry: Entry, _ version: UInt64) {
        lastSeq = entry.seq
        memberVersion = version
        guard let member = entry.member, member.change == .left || member.change == .removed else { return }
        setLeft(UserID(member.userID), at: entry.seq)
    }

    /// Ends the membership that lasted until then, not one that began after.
    private mutating func setLeft(_ user: UserID, at seq: UInt64) {
        for index in receivers.indices where receivers[index].user == user && receivers[index].fromSeq <= seq {
            receivers[index].leftSeq = min(receivers[index].leftSeq ?? .max, seq)
        }
    }

    /// After an entry has been given out.
    ///
    /// - Returns: the receivers for whom it was the last.
    mutating func delivered() -> [Receiver] {
        if !accepted.isEmpty { accepted = accepted.filter { $0.key > lastSeq } }
        guard receivers.contains(where: { $0.leftSeq ?? .max <= lastSeq }) else { return [] }
        let leaving = receivers.filter { $0.leftSeq ?? .max <= lastSeq }
        receivers.removeAll { $0.leftSeq ?? .max <= lastSeq }
        return leaving
    }

    /// Where the chat stands, told again.
    ///
    /// - Returns: whether something was missed and the chat's state has to be read.
    mutating func heard(lastSeq: UInt64, memberVersion: UInt64) -> Bool {
        let isBehind = lastSeq > self.lastSeq || (self.memberVersion.map { memberVersion > $0 } ?? false)
        return isBehind && beginRepair()
    }

    // MARK: Acceptances

    enum AcceptanceVerdict: Equatable {
        case write
        /// An event was lost that comes before it. With `startsRepair` the chat's state has to be read.
        case hold(startsRepair: Bool)
    }

    /// An entry of this socket has been accepted: on it the acceptance stands in the entry's place.
    mutating func accepts(_ frame: ServerFrame, seq: UInt64, on socket: SocketID) -> AcceptanceVerdict {
        guard knows(socket), seq > lastSeq else { return .write }
        if seq == lastSeq + 1, !isRepairing {
            accepted[seq] = socket
            return .write
        }
        held[seq] = HeldAcceptance(socket: socket, frame: frame)
        defer { isRepairing = true }
        return .hold(startsRepair: !isRepairing)
    }

    /// What stands for the entry that is being delivered on the socket that sent it.
    func acceptance(of seq: UInt64) -> Acceptance {
        guard !held.isEmpty || !accepted.isEmpty else { return .none }
        if let waiting = held[seq] { return .waiting(waiting) }
        return accepted[seq].map { .written($0) } ?? .none
    }

    enum Acceptance {
        case none
        case written(SocketID)
        case waiting(HeldAcceptance)
    }

    /// The acceptance for which nothing is missing any more: to be written, as `accepts` would have said.
    mutating func takeNextHeld() -> HeldAcceptance? {
        guard !isRepairing, let next = held.removeValue(forKey: lastSeq + 1) else { return nil }
        accepted[lastSeq + 1] = next.socket
        return next
    }

    /// An acceptance still waits for entries that nobody has brought.
    ///
    /// - Returns: whether the chat's state has to be read once more.
    mutating func resumeRepair() -> Bool {
        held.keys.contains { $0 > lastSeq + 1 } && beginRepair()
    }

    /// Acceptances of what has been passed, in order.
    ///
    /// - Parameter socket: only those that stand there; nil: on all that have been let in.
    mutating func takeHeld(upTo seq: UInt64, on socket: SocketID? = nil) -> [HeldAcceptance] {
        guard !held.isEmpty else { return [] }
        let due = held.filter { key, acceptance in
            key <= seq && socket.map { $0 == acceptance.socket } ?? (receiver(acceptance.socket) != nil)
        }
        for seq in due.keys { held[seq] = nil }
        return due.sorted { $0.key < $1.key }.map(\.value)
    }

    // MARK: Repair

    /// - Returns: whether the chat's state has to be read; it is not being read already.
    mutating func beginRepair() -> Bool {
        guard !isRepairing else { return false }
        isRepairing = true
        return true
    }

    mutating func endRepair(lastSeq: UInt64? = nil, memberVersion: UInt64? = nil) {
        isRepairing = false
        if let lastSeq { self.lastSeq = max(self.lastSeq, lastSeq) }
        if let memberVersion { self.memberVersion = memberVersion }
    }

    /// The sampled membership is the truth: receivers whose users never were in the chat go. A membership that is known
    /// to have ended stays so, also when the user has come again.
    ///
    /// - Parameter asked: the users for whom it was sampled.
    mutating func setIntervals(_ members: [UserID: MemberInterval], asked: Set<UserID>) {
        receivers = receivers.compactMap { receiver in
            guard asked.contains(receiver.user) else { return receiver }
            guard let member = members[receiver.user] else { return nil }
            var receiver = receiver
            if receiver.leftSeq == nil {
                receiver.fromSeq = max(receiver.fromSeq, member.visibleFromSeq)
                receiver.leftSeq = member.leftSeq
            }
            return receiver
        }
    }
}
