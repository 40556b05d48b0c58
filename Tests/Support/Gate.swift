internal import Glibc

/// A place where threads wait until somebody opens it, once for each that waits.
///
/// Proof that sharing is sound: the address never changes, and semaphores are made for use from several threads.
public final class Gate: @unchecked Sendable {
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    public init() {
        sem_init(semaphore, 0, 0)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    public func open() {
        sem_post(semaphore)
    }

    public func wait() {
        while sem_wait(semaphore) != 0 {}
    }
}
