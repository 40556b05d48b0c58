internal import Basics
internal import WireProtocol

/// Who is let into a route. That somebody is a member was true when it was seen, and may not be true where the route
/// stands by now: the route may have passed the removal, or entries that the socket would miss.
extension ChatRoute {
    /// A socket that is to become a receiver.
    struct Newcomer: Hashable {
        let receiver: Receiver
        /// Where the log stood when the user was seen to be a member. The client knows of everything up to there.
        let seenSeq: UInt64
        /// The members among whom the user was seen.
        var seenVersion: UInt64
        /// Whether the client was told of the membership by this; else its heads do, or do not.
        var isTold = true

        var socket: SocketID { receiver.socket }
    }

    /// Somebody who is no member where the route stands.
    struct RefusedNewcomer: Hashable {
        let socket: SocketID
        /// What the client was not told of a membership that has ended.
        let pulls: ClosedRange<UInt64>?
    }

    enum Admission: Equatable {
        /// The socket receives what comes. What lies before, and it does not know, it has to pull.
        case admitted(pulls: ClosedRange<UInt64>?)
        /// With `startsRepair` the chat's state has to be read.
        case waits(startsRepair: Bool)
    }

    mutating func admit(_ newcomer: Newcomer) -> Admission {
        guard !isRepairing else { return wait(newcomer) }
        if let receiver = receiver(newcomer.socket), receiver.leftSeq == nil {
            // Also when the user left and came again, and the route has heard of neither: then it is to be let in anew.
            return newcomer.seenSeq > lastSeq ? wait(newcomer) : .admitted(pulls: nil)
        }
        if newcomer.receiver.fromSeq > lastSeq {
            add(newcomer.receiver)
            return .admitted(pulls: nil)
        }
        guard newcomer.seenVersion == memberVersion else {
            let startsRepair = beginRepair()
            newcomers.append(newcomer)
            return .waits(startsRepair: startsRepair)
        }
        let first = max(newcomer.receiver.fromSeq, newcomer.seenSeq + 1)
        var receiver = newcomer.receiver
        receiver.fromSeq = lastSeq + 1
        add(receiver)
        return .admitted(pulls: first <= lastSeq ? first...lastSeq : nil)
    }

    private mutating func wait(_ newcomer: Newcomer) -> Admission {
        newcomers.removeAll { $0.socket == newcomer.socket && $0.seenSeq <= newcomer.seenSeq }
        newcomers.append(newcomer)
        return .waits(startsRepair: false)
    }

    /// Those who may be let in now, in the order in which they came: the route has reached where they were seen.
    mutating func takeNewcomers() -> [Newcomer] {
        guard !newcomers.isEmpty, !isRepairing else { return [] }
        let due = newcomers.filter { $0.seenSeq <= lastSeq || receiver($0.socket) == nil }
        newcomers.removeAll { due.contains($0) }
        return due
    }

    /// Those who are members in a sample may be let in where the route stands after it; the others go.
    mutating func confirmNewcomers(
        _ members: [UserID: MemberInterval], asked: Set<UserID>, seenVersion: UInt64
    ) -> [RefusedNewcomer] {
        var refused: [RefusedNewcomer] = []
        newcomers = newcomers.compactMap { newcomer in
            guard asked.contains(newcomer.receiver.user) else { return newcomer }
            guard let member = members[newcomer.receiver.user], member.leftSeq == nil else {
                let last = members[newcomer.receiver.user]?.leftSeq ?? 0
                let first = max(newcomer.receiver.fromSeq, newcomer.seenSeq + 1)
                let pulls = newcomer.isTold && first <= last ? first...last : nil
                refused.append(RefusedNewcomer(socket: newcomer.socket, pulls: pulls))
                return nil
            }
            var receiver = newcomer.receiver
            receiver.fromSeq = max(receiver.fromSeq, member.visibleFromSeq)
            return Newcomer(
                receiver: receiver, seenSeq: newcomer.seenSeq, seenVersion: seenVersion, isTold: newcomer.isTold)
        }
        return refused
    }
}
