internal import EventLoop

/// Carries an object of a loop through other threads and back to it.
///
/// Proof that sharing is sound: the object is put in on the loop and taken out there, which is checked; other threads
/// hold only this box. Once taken, the box is empty, and whoever drops it last releases nothing. It is dropped full
/// only when the loop has stopped, and with it everything else that could use the object.
final class LoopBound<Object: AnyObject>: @unchecked Sendable {
    private let loop: LoopHandle
    private var object: Object?

    /// On the loop only.
    init(_ object: Object, of loop: LoopHandle) {
        precondition(loop.isOnLoop, "the object belongs to another thread")
        self.object = object
        self.loop = loop
    }

    /// On the loop only; nil the second time.
    func take() -> Object? {
        precondition(loop.isOnLoop, "the object belongs to the loop's thread")
        defer { object = nil }
        return object
    }
}
