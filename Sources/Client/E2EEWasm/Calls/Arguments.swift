internal import SecureFormat

/// The arguments of one call, in their order: big-endian numbers, and bytes behind a length of four bytes.
struct Arguments {
    /// No argument is longer: what a row of the history may hold (docs/encryption.md), and a little more.
    static let byteCounts = 0...0x1ff_ffff

    private var reader: FormatReader

    init(_ bytes: [UInt8]) {
        reader = FormatReader(bytes)
    }

    private init(_ reader: FormatReader) {
        self.reader = reader
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
        case 0: return false
        case 1: return true
        default: throw .damagedArguments
        }
    }

    mutating func bytes() throws(CallFailure) -> [UInt8] {
        do throws(FormatError) { return try reader.opaque(Self.byteCounts) } catch { throw .damagedArguments }
    }

    /// Exactly as many bytes, behind their length all the same.
    mutating func bytes(_ count: Int) throws(CallFailure) -> [UInt8] {
        let bytes = try bytes()
        guard bytes.count == count else { throw .damagedArguments }
        return bytes
    }

    /// Elements, behind the count of their bytes.
    mutating func list<Element>(
        _ element: (inout Arguments) throws(CallFailure) -> Element
    ) throws(CallFailure) -> [Element] {
        var inside: Arguments
        do throws(FormatError) { inside = Arguments(try reader.vector(Self.byteCounts)) } catch {
            throw .damagedArguments
        }
        var elements: [Element] = []
        while inside.reader.remaining > 0 { elements.append(try element(&inside)) }
        return elements
    }

    /// One or none, behind a flag.
    mutating func optional<Element>(
        _ element: (inout Arguments) throws(CallFailure) -> Element
    ) throws(CallFailure) -> Element? {
        try flag() ? try element(&self) : nil
    }

    func finish() throws(CallFailure) {
        do throws(FormatError) { try reader.finish() } catch { throw .damagedArguments }
    }
}
