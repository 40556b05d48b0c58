internal import Glibc

/// What libFuzzer calls with each input that it has thought of. `FUZZ_TARGET` says which decoder gets them.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// What must hold for every input. libFuzzer takes the abort for a crash and keeps the input.
func expect(_ condition: Bool, _ what: @autoclosure () -> String) {
    if condition { return }
    complain("Property violated: \(what())\n")
    abort()
}

/// Says it on standard error.
func complain(_ text: String) {
    _ = text.utf8CString.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count - 1) }
}
