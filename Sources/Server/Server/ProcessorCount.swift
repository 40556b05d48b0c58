internal import Glibc

enum ProcessorCount {
    /// Processors that this process may use.
    static var online: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
