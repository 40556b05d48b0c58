internal import SecureFormat

/// The result of one call, in the layout of `Arguments`.
struct Results {
    private var writer = FormatWriter()

    var all: [UInt8] { writer.bytes }

    mutating func uint8(_ value: UInt8) { writer.uint8(value) }

    mutating func uint32(_ value: UInt32) { writer.uint32(value) }

    mutating func uint64(_ value: UInt64) { writer.uint64(value) }

    mutating func flag(_ value: Bool) { writer.uint8(value ? 1 : 0) }

    mutating func bytes(_ value: [UInt8]) {
        writer.uint32(UInt32(value.count))
        // Its own count is never the wrong one.
        try? writer.fixed(value, value.count)
    }

    /// Elements, behind the count of their bytes.
    mutating func list<Element>(_ elements: [Element], _ write: (Element, inout Results) -> Void) {
        var inside = Results()
        for element in elements { write(element, &inside) }
        bytes(inside.all)
    }
}
