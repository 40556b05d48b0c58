/// Somebody who owns a descriptor and wants to know when it is ready. Lives on one loop.
public protocol ReadinessHandler: AnyObject {
    /// The descriptor has become ready. Edge-triggered: each change is told once, so read or write until `EAGAIN`.
    ///
    /// - Parameter hangup: the peer has ended its side, or the descriptor is in error.
    func ready(_ loop: EventLoop, readable: Bool, writable: Bool, hangup: Bool)

    /// The loop ends; close the descriptor.
    func loopStopped(_ loop: EventLoop)
}

extension ReadinessHandler {
    public func loopStopped(_ loop: EventLoop) {}
}

/// Somebody who gathers output during a tick and writes it at the tick's end.
public protocol FlushTarget: AnyObject {
    /// Called once, before the loop sleeps, after ``EventLoop/markDirty(_:)``.
    func flush(_ loop: EventLoop)
}

/// A descriptor registered with a loop.
public struct Registration: Sendable {
    /// Unique in its loop: slot and generation, so that whoever holds an old one finds nothing. Never 0.
    public let token: UInt64
    /// The descriptor.
    public let descriptor: Int32
}

/// Handlers by slot. The generation in a token tells a slot's present owner from its earlier ones.
struct SlotTable {
    private struct Slot {
        var generation: UInt32
        var handler: (any ReadinessHandler)?
    }

    private var slots: [Slot] = []
    private var free: [UInt32] = []

    mutating func insert(_ handler: any ReadinessHandler) -> UInt64 {
        if let index = free.popLast() {
            slots[Int(index)].handler = handler
            return token(index, slots[Int(index)].generation)
        }
        slots.append(Slot(generation: 1, handler: handler))
        return token(UInt32(slots.count - 1), 1)
    }

    mutating func remove(_ token: UInt64) {
        guard let index = index(of: token) else { return }
        slots[index].handler = nil
        slots[index].generation &+= 1
        // Generation 0 and the highest are never given out: no token is 0 or `.max`.
        if slots[index].generation == .max { slots[index].generation = 1 }
        free.append(UInt32(index))
    }

    subscript(_ token: UInt64) -> (any ReadinessHandler)? {
        guard let index = index(of: token) else { return nil }
        return slots[index].handler
    }

    var handlers: [any ReadinessHandler] { slots.compactMap(\.handler) }

    private func index(of token: UInt64) -> Int? {
        let index = Int(truncatingIfNeeded: token & 0xffff_ffff)
        guard index < slots.count, slots[index].generation == UInt32(token >> 32) else { return nil }
        return index
    }

    private func token(_ index: UInt32, _ generation: UInt32) -> UInt64 {
        UInt64(generation) << 32 | UInt64(index)
    }
}
