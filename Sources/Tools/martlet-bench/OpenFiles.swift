internal import Glibc

/// The limit of open files: each person is a socket, and 500 pairs are more than the usual soft limit of 1024 takes.
enum OpenFiles {
    static func raiseLimit() {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(resource, &limit)
    }
}
