import SecureFormat
import TestSupport
import Testing

@Suite("The presentation language")
struct FormatTests {
    @Test("numbers are as another implementation writes them")
    func numbers() throws {
        #expect(Vectors.all.numbers.count > 10)
        for number in Vectors.all.numbers {
            let value = try #require(UInt64(number.value))
            var (writer, reader) = (FormatWriter(), FormatReader(number.bytes.bytes))
            let read: UInt64
            switch number.width {
            case 1:
                writer.uint8(UInt8(value))
                read = UInt64(try reader.uint8())
            case 2:
                writer.uint16(UInt16(value))
                read = UInt64(try reader.uint16())
            case 4:
                writer.uint32(UInt32(value))
                read = UInt64(try reader.uint32())
            default:
                writer.uint64(value)
                read = try reader.uint64()
            }
            try reader.finish()
            #expect(writer.bytes == number.bytes.bytes)
            #expect(read == value)
        }
    }

    @Test("vectors are as another implementation writes them")
    func vectors() throws {
        #expect(Vectors.all.vectors.count > 10)
        for vector in Vectors.all.vectors {
            let lengths = vector.least...vector.most
            var (writer, reader) = (FormatWriter(), FormatReader(vector.bytes.bytes))
            try writer.opaque(vector.value.bytes, lengths)
            #expect(writer.bytes == vector.bytes.bytes)
            #expect(try reader.opaque(lengths) == vector.value.bytes)
            try reader.finish()
        }
    }

    @Test("what is no vector is refused for its reason", arguments: Vectors.all.refusedVectors)
    func refused(_ vector: Vectors.RefusedVector) throws {
        var reader = FormatReader(vector.bytes.bytes)
        let error = #expect(throws: FormatError.self) {
            _ = try reader.opaque(vector.least...vector.most)
            try reader.finish()
        }
        #expect(error.map { "\($0)" } == vector.reason)
    }

    @Test("too few bytes are an end that came too early, and leave the reader where it was")
    func truncated() throws {
        var reader = FormatReader([1, 2, 3])
        #expect(throws: FormatError.truncated) { try reader.uint32() }
        #expect(throws: FormatError.truncated) { try reader.uint64() }
        #expect(throws: FormatError.truncated) { try reader.fixed(4) }
        #expect(throws: FormatError.truncated) { try reader.fixed(-1) }
        #expect(try reader.uint16() == 0x0102)
        #expect(reader.remaining == 1)
        #expect(throws: FormatError.trailingBytes) { try reader.finish() }
        #expect(try reader.fixed(1) == [3])
        try reader.finish()
    }

    @Test("a vector's elements are read within the vector")
    func nested() throws {
        var writer = FormatWriter()
        try writer.vector(0...255) { (inside) throws(FormatError) in
            inside.uint8(7)
            try inside.opaque([1, 2], 0...255)
        }
        writer.uint8(9)
        #expect(writer.bytes == [4, 7, 2, 1, 2, 9])
        var reader = FormatReader(writer.bytes)
        var inside = try reader.vector(0...255)
        #expect(try inside.uint8() == 7)
        #expect(try inside.opaque(0...255) == [1, 2])
        try inside.finish()
        #expect(throws: FormatError.truncated) { try inside.uint8() }
        #expect(try reader.uint8() == 9)
    }

    @Test("what has no encoding is not written")
    func unwritable() throws {
        var writer = FormatWriter()
        #expect(throws: FormatError.length) { try writer.opaque([1, 2, 3], 0...2) }
        #expect(throws: FormatError.length) { try writer.opaque([], 1...2) }
        #expect(throws: FormatError.length) { try writer.fixed([1], 2) }
        #expect(throws: FormatError.length) { try writer.vector(0...1) { $0.uint16(1) } }
        #expect(writer.bytes == [])
    }
}
