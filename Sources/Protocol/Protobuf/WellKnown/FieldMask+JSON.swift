extension FieldMask {
    /// `user.displayName,photo`: the paths in camel case.
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        let text = try reader.readText()
        guard !text.isEmpty else { return }
        for path in text.split(separator: ASCII.comma, omittingEmptySubsequences: false) {
            paths.append(try Self.snakeCase(path))
        }
    }

    private static func snakeCase(_ path: Slice<UnsafeRawBufferPointer>) throws(ProtobufError) -> String {
        var snake: [UInt8] = []
        for byte in path {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): snake += [UInt8(ascii: "_"), byte | 0x20]
            // A path in snake case could not be told from one in camel case.
            case UInt8(ascii: "_"): throw ProtobufError(.invalidFieldMask)
            default: snake.append(byte)
            }
        }
        guard let path = String(validating: snake, as: UTF8.self) else { throw ProtobufError(.invalidUTF8) }
        return path
    }

    /// Whether JSON can say every path, so that it comes back as it was.
    public var isValid: Bool {
        paths.allSatisfy { path in
            var previous: UInt8 = 0
            for byte in path.utf8 {
                if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { return false }
                let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                if previous == UInt8(ascii: "_"), !isLetter { return false }
                previous = byte
            }
            return previous != UInt8(ascii: "_")
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        if !isValid { writer.isFaithful = false }
        var text = ""
        for path in paths {
            if !text.isEmpty { text += "," }
            var isAfterUnderscore = false
            for scalar in path.unicodeScalars {
                if scalar == "_" {
                    isAfterUnderscore = true
                } else if isAfterUnderscore {
                    text += String(scalar).uppercased()
                    isAfterUnderscore = false
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        writer.writeString(text)
    }
}
