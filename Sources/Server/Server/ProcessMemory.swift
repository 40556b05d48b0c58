internal import CLinux

enum ProcessMemory {
    static func residentBytes() -> UInt64 { clinux_resident_bytes() }
}
