internal import CLinux
internal import Glibc
internal import Synchronization

/// Keeps a second server out of a data directory: two would number the same logs. Held until it is released; the kernel
/// releases it when the process ends, however it ends.
final class DirectoryLock: Sendable {
    /// Negative once released.
    private let descriptor: Mutex<Int32>

    /// The lock is held by another process, or the file cannot be made.
    struct Refused: Error {
        let errno: Int32
    }

    /// Whether somebody holds the lock of a directory. Makes nothing.
    static func isHeld(directory: String) -> Bool {
        let result = clinux_probe_lock("\(directory)/lock")
        return result == -EWOULDBLOCK
    }

    init(directory: String) throws(Refused) {
        let descriptor = clinux_lock_file("\(directory)/lock")
        self.descriptor = Mutex(descriptor)
        guard descriptor >= 0 else { throw Refused(errno: -descriptor) }
    }

    deinit {
        release()
    }

    /// Again it does nothing.
    func release() {
        let held = descriptor.withLock { descriptor in
            defer { descriptor = -1 }
            return descriptor
        }
        if held >= 0 { clinux_close(held) }
    }
}
