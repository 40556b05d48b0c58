import Basics
import Contracts
import TestSupport
import Testing
import WireProtocol

@testable import Gateway

@Suite("What a socket may do when")
struct SessionStateMachineTests {
    private static let caller = Caller(userID: UserID(1), deviceID: DeviceID(2), sessionID: SessionID(3))
    private static let resume = SessionResume(inboxCursor: "cursor")
    private static let message = SendMessageRequest(chatID: 5, clientID: "c", content: Content(text: "hello"))
    private static let pull = SyncPull(chatID: 5, afterSeq: 10, beforeSeq: 20, limit: 30)
    private static let page = GetMessagesRequest(chatID: 5, before: 20, after: 10, limit: 30)
    private static let frames: [ClientFrame.Payload] = [.syncPull(pull), .messageSend(message), .ping(Ping())]

    private static func frame(_ payload: ClientFrame.Payload?) -> ClientFrame {
        ClientFrame(id: "f1", payload: payload)
    }

    private func readyMachine(_ change: (inout Limits) -> Void = { _ in }) -> SessionStateMachine {
        var limits = Limits()
        change(&limits)
        var machine = SessionStateMachine(limits: limits, now: 0)
        expect(machine.received(Self.frame(.sessionResume(Self.resume)), now: 0), .resume(Self.resume, replyTo: "f1"))
        expect(machine.resumed(Self.caller), true)
        return machine
    }

    // MARK: Resuming

    @Test("a socket resumes first, is not read meanwhile, and is ready when the answer has come")
    func resuming() {
        var machine = SessionStateMachine(limits: Limits(), now: 0)
        expect(machine.state, .awaitingResume)
        expect(machine.isReadable, true)
        expect(machine.received(Self.frame(.sessionResume(Self.resume)), now: 0), .resume(Self.resume, replyTo: "f1"))
        expect(machine.state, .resuming)
        expect(machine.isReadable, false)
        expect(machine.resumed(Self.caller), true)
        expect(machine.state, .ready(Self.caller))
        expect(machine.isReadable, true)
    }

    @Test("a first frame of another kind closes the socket with 4001", arguments: frames)
    func otherFirstFrame(payload: ClientFrame.Payload) {
        var machine = SessionStateMachine(limits: Limits(), now: 0)
        expect(machine.received(Self.frame(payload), now: 0), .close(.authenticationRequired))
        expect(machine.state, .closed)
        expect(machine.isReadable, false)
        #expect(CloseCode.authenticationRequired.rawValue == 4001)
    }

    @Test("any frame while the socket resumes closes it", arguments: frames + [.sessionResume(resume)])
    func frameWhileResuming(payload: ClientFrame.Payload) {
        var machine = SessionStateMachine(limits: Limits(), now: 0)
        expect(machine.received(Self.frame(.sessionResume(Self.resume)), now: 0), .resume(Self.resume, replyTo: "f1"))
        expect(machine.received(Self.frame(payload), now: 0), .close(.authenticationRequired))
        expect(machine.resumed(Self.caller), false)
        expect(machine.state, .closed)
    }

    @Test("a second resume is refused, and the session goes on")
    func secondResume() {
        var machine = readyMachine()
        expect(
            machine.received(Self.frame(.sessionResume(Self.resume)), now: 0),
            .refuse(APIError(.frameInvalid), replyTo: "f1"))
        expect(machine.received(Self.frame(.ping(Ping())), now: 0), .answerPing(replyTo: "f1"))
        expect(machine.state, .ready(Self.caller))
    }

    @Test("an answer to a resume that comes after the socket has closed changes nothing")
    func resumedAfterClosing() {
        var machine = SessionStateMachine(limits: Limits(), now: 0)
        expect(machine.received(Self.frame(.sessionResume(Self.resume)), now: 0), .resume(Self.resume, replyTo: "f1"))
        machine.closed()
        expect(machine.resumed(Self.caller), false)
        expect(machine.state, .closed)
    }

    @Test("nobody is ready who has not asked to resume")
    func resumedWithoutResume() {
        var machine = SessionStateMachine(limits: Limits(), now: 0)
        expect(machine.resumed(Self.caller), false)
        expect(machine.state, .awaitingResume)
    }

    // MARK: Commands

    @Test("commands carry the caller and the frame that is answered")
    func commands() {
        var machine = readyMachine()
        expect(
            machine.received(Self.frame(.messageSend(Self.message)), now: 0),
            .append(.send(Self.message), caller: Self.caller, replyTo: "f1"))
        expect(
            machine.received(Self.frame(.syncPull(Self.pull)), now: 0),
            .pull(Self.page, caller: Self.caller, replyTo: "f1"))
        expect(machine.received(Self.frame(.ping(Ping())), now: 0), .answerPing(replyTo: "f1"))
    }

    @Test("every appending command is answered by its own request")
    func appendingCommands() {
        var machine = readyMachine()
        let edit = EditMessageRequest(id: "5.2", clientID: "c", content: Content(text: "x"))
        let (delete, remove) = (DeleteMessageRequest(id: "5.2"), RemoveReactionRequest(id: "5.3", emoji: "+"))
        let react = AddReactionRequest(id: "5.2", clientID: "d", emoji: "+")
        let commands: [(ClientFrame.Payload, AppendCommand)] = [
            (.messageEdit(edit), .edit(edit)), (.messageDelete(delete), .delete(delete)),
            (.reactionAdd(react), .addReaction(react)), (.reactionRemove(remove), .removeReaction(remove)),
        ]
        for (payload, command) in commands {
            expect(
                machine.received(Self.frame(payload), now: 0), .append(command, caller: Self.caller, replyTo: "f1"))
        }
    }

    @Test("what is not answered takes no room; a presence that is none is refused")
    func withoutAnswer() {
        var machine = readyMachine { $0.commandsInFlightMax = 1 }
        let report = PositionReport(chatID: 5, seq: 7)
        expect(
            machine.received(Self.frame(.messageRead(report)), now: 0),
            .report(ReportPositionsRequest(chatID: 5, readSeq: 7), caller: Self.caller, replyTo: "f1"))
        expect(
            machine.received(Self.frame(.messageDelivered(report)), now: 0),
            .report(ReportPositionsRequest(chatID: 5, deliveredSeq: 7), caller: Self.caller, replyTo: "f1"))
        expect(machine.received(Self.frame(.typingStart(TypingCommand(chatID: 5))), now: 0), .typing(true, ChatID(5)))
        expect(machine.received(Self.frame(.typingStop(TypingCommand(chatID: 5))), now: 0), .typing(false, ChatID(5)))
        expect(machine.received(Self.frame(.presenceSet(PresenceSet(status: .away))), now: 0), .setPresence(.away))
        expect(machine.received(Self.frame(.presenceSet(PresenceSet(status: .online))), now: 0), .setPresence(.online))
        for status in [PresenceStatus.offline, .unspecified, PresenceStatus(rawValue: 9)] {
            expect(
                machine.received(Self.frame(.presenceSet(PresenceSet(status: status))), now: 0),
                .refuse(.invalid(field: "status"), replyTo: "f1"))
        }
        expect(machine.isReadable, true)
    }

    @Test("under pressure who publishes is not read until it is answered, who only pulls or waits is")
    func pressure() {
        var machine = readyMachine()
        machine.isSlowed = true
        expect(machine.isReadable, true)
        _ = machine.received(Self.frame(.syncPull(Self.pull)), now: 0)
        expect(machine.isReadable, true)
        _ = machine.received(Self.frame(.messageSend(Self.message)), now: 0)
        expect(machine.isReadable, false)
        machine.isSlowed = false
        expect(machine.isReadable, true)
        machine.isSlowed = true
        machine.appendEnded()
        expect(machine.isReadable, true)
    }

    @Test("a frame without a known payload is refused, and the session goes on")
    func unknownPayload() {
        var machine = readyMachine()
        expect(machine.received(Self.frame(nil), now: 0), .refuse(APIError(.frameInvalid), replyTo: "f1"))
        expect(machine.state, .ready(Self.caller))
        expect(machine.isReadable, true)
    }

    @Test("with 31 commands under way a socket is read, with 32 it is not, and one answer opens it again")
    func commandsInFlight() {
        var machine = readyMachine()
        for count in 1...32 {
            _ = machine.received(Self.frame(.messageSend(Self.message)), now: 0)
            expect(machine.isReadable, count < 32)
        }
        machine.appendEnded()
        expect(machine.isReadable, true)
        _ = machine.received(Self.frame(.messageSend(Self.message)), now: 0)
        expect(machine.isReadable, false)
    }

    @Test("with 3 pulls under way a socket is read, with 4 it is not, and one answer opens it again")
    func pullsInFlight() {
        var machine = readyMachine()
        for count in 1...4 {
            _ = machine.received(Self.frame(.syncPull(Self.pull)), now: 0)
            expect(machine.isReadable, count < 4)
        }
        machine.pullEnded()
        expect(machine.isReadable, true)
        _ = machine.received(Self.frame(.syncPull(Self.pull)), now: 0)
        expect(machine.isReadable, false)
    }

    @Test("pulls count among the commands")
    func pullsAreCommands() {
        var machine = readyMachine { $0.commandsInFlightMax = 3 }
        _ = machine.received(Self.frame(.syncPull(Self.pull)), now: 0)
        _ = machine.received(Self.frame(.messageSend(Self.message)), now: 0)
        expect(machine.isReadable, true)
        _ = machine.received(Self.frame(.syncPull(Self.pull)), now: 0)
        expect(machine.isReadable, false)
        machine.pullEnded()
        expect(machine.isReadable, true)
    }

    @Test("the end of a send gives no room to pulls")
    func sendsAreNoPulls() {
        var machine = readyMachine { $0.pullsInFlightMax = 1 }
        _ = machine.received(Self.frame(.messageSend(Self.message)), now: 0)
        _ = machine.received(Self.frame(.syncPull(Self.pull)), now: 0)
        machine.appendEnded()
        expect(machine.isReadable, false)
        machine.pullEnded()
        expect(machine.isReadable, true)
    }

    @Test("pings are answered at once and take no room")
    func pings() {
        var machine = readyMachine { $0.commandsInFlightMax = 1 }
        for _ in 0..<3 { expect(machine.received(Self.frame(.ping(Ping())), now: 0), .answerPing(replyTo: "f1")) }
        expect(machine.isReadable, true)
    }

    // MARK: The end

    @Test("what comes after the end is ignored", arguments: frames + [.sessionResume(resume)])
    func afterClosing(payload: ClientFrame.Payload) {
        var machine = readyMachine()
        machine.closed()
        expect(machine.received(Self.frame(payload), now: 0), .ignore)
        expect(machine.received(Self.frame(nil), now: 0), .ignore)
        expect(machine.state, .closed)
        expect(machine.isReadable, false)
    }

    @Test("commands that end after the socket do not open it again")
    func endingAfterClosing() {
        var machine = readyMachine()
        _ = machine.received(Self.frame(.messageSend(Self.message)), now: 0)
        _ = machine.received(Self.frame(.syncPull(Self.pull)), now: 0)
        machine.closed()
        machine.appendEnded()
        machine.pullEnded()
        expect(machine.state, .closed)
        expect(machine.isReadable, false)
    }

    // MARK: Draining

    @Test("a drain answers what is under way, takes nothing new, and is over with the last answer")
    func draining() {
        var machine = readyMachine()
        _ = machine.received(Self.frame(.messageSend(Self.message)), now: 0)
        _ = machine.received(Self.frame(.syncPull(Self.pull)), now: 0)
        expect(machine.drain(), false)
        expect(machine.isReadable, false)
        expect(machine.received(Self.frame(.messageSend(Self.message)), now: 0), .ignore)
        machine.appendEnded()
        expect(machine.hasDrained, false)
        machine.pullEnded()
        expect(machine.hasDrained, true)
    }

    @Test("a socket with nothing under way has drained at once")
    func drainingIdle() {
        var idle = readyMachine()
        expect(idle.drain(), true)
        var new = SessionStateMachine(limits: Limits(), now: 0)
        expect(new.drain(), true)
        var resuming = SessionStateMachine(limits: Limits(), now: 0)
        _ = resuming.received(Self.frame(.sessionResume(Self.resume)), now: 0)
        expect(resuming.drain(), true)
        expect(resuming.resumed(Self.caller), false)
    }

    @Test("a closed socket does not drain")
    func drainingClosed() {
        var machine = readyMachine()
        machine.closed()
        expect(machine.drain(), false)
        expect(machine.state, .closed)
    }

    // MARK: Fresh tokens and rates

    @Test("a fresh token is for the socket to check")
    func refresh() {
        var machine = readyMachine()
        let frame = Self.frame(.sessionRefresh(SessionRefresh(accessToken: "token")))
        expect(
            machine.received(frame, now: 0), .refresh(accessToken: "token", caller: Self.caller, replyTo: "f1"))
    }

    @Test("a socket may signal so often at once, and go on when it has waited as told; other frames are free")
    func signals() {
        var machine = readyMachine { $0.signalsPerSocket = .perSecond(10, burst: 2) }
        let typing = Self.frame(.typingStart(TypingCommand(chatID: 5)))
        let presence = Self.frame(.presenceSet(PresenceSet(status: .away)))
        expect(machine.received(typing, now: 0), .typing(true, ChatID(5)))
        expect(machine.received(presence, now: 0), .setPresence(.away))
        let refused = SessionStateMachine.Action.refuse(
            APIError(.rateLimited, retryAfterMilliseconds: 101), replyTo: "f1")
        expect(machine.received(Self.frame(.typingStop(TypingCommand(chatID: 5))), now: 0), refused)
        expect(machine.received(presence, now: 0), refused)
        expect(machine.received(Self.frame(.ping(Ping())), now: 0), .answerPing(replyTo: "f1"))
        expect(machine.received(typing, now: 101_000_000), .typing(true, ChatID(5)))
    }
}
