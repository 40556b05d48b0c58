internal import SecureFormat

/// The arguments of one call, in their order: big-endian numbers, and bytes behind a length of four bytes.
struct Arguments {
    /// No argument is longer; the module could not hold it beside its result.
    static let byteCounts = 0...0x1ff_ffff

    private var reader: FormatReader

    init(_ bytes: [UInt8]) {
        reader = FormatReader(bytes)
    }

    mutating func uint8() throws(CallFailure) -> UInt8 {
        do throws(FormatError) { return try reader.uint8() } catch { throw .damagedArguments }
    }

    mutating func uint32() throws(CallFailure) -> UInt32 {
        do throws(FormatError) { return try reader.uint32() } catch { throw .damagedArguments }
    }

    mutating func uint64() throws(CallFailure) -> UInt64 {
        do throws(FormatError) { return try reader.uint64() } catch { throw .damagedArguments }
    }

    mutating func flag() throws(CallFailure) -> Bool {
        switch try uint8() {
        case 0: false
        case 1: true
        default: throw .damagedArguments
        }
    }

    mutating func bytes() throws(CallFailure) -> [UInt8] {
        do throws(FormatError) { return try reader.opaque(Self.byteCounts) } catch { throw .damagedArguments }
    }

    /// The last argument of all.
    mutating func last() throws(CallFailure) -> [UInt8] {
        let bytes = try bytes()
        try finish()
        return bytes
    }

    func finish() throws(CallFailure) {
        do throws(FormatError) { try reader.finish() } catch { throw .damagedArguments }
    }
}
