internal import E2EE
internal import E2EEOpenSSL

/// Files that are sealed in chunks: what a message says of one, where its pieces are, and pieces that were changed.
enum FileTarget {
    /// Two chunks, of which the last is short.
    private static let byteCount = 65_600

    static func run(_ input: [UInt8]) {
        if let secret = try? FileSecret(decoding: input) {
            expect(secret.encoded == input, "a file secret has two encodings: \(input)")
            checkShape(secret)
            _ = opened([[]], by: secret)
        }
        guard let sealed else { return expect(false, "nothing can be sealed") }
        guard let piece = input.first else { return }
        checkSecret(Damage.applied(input.dropFirst(), to: sealed.secret), sealed)
        var pieces = sealed.pieces
        // One changed, the last one gone, or both in each other's place.
        switch piece % 4 {
        case 0, 1: pieces[Int(piece % 4)] = Damage.applied(input.dropFirst(), to: pieces[Int(piece % 4)])
        case 2: pieces.removeLast()
        default: pieces.swapAt(0, 1)
        }
        guard let secret = try? FileSecret(decoding: sealed.secret) else { return expect(false, "no secret") }
        let isRight = pieces == sealed.pieces
        expect(opened(pieces, by: secret) == (isRight ? sealed.content : nil), "opens a changed file: \(input)")
    }

    /// All pieces lie one behind the other, and all chunks together are the file.
    private static func checkShape(_ secret: FileSecret) {
        guard let shape = try? FileShape(size: secret.size) else { return expect(false, "takes \(secret.size) bytes") }
        let last = shape.chunkCount - 1
        for index in Set([0, last / 2, last]) {
            guard let range = try? shape.pieceRange(ofChunk: index),
                let count = try? shape.contentByteCount(ofChunk: index)
            else { return expect(false, "no chunk \(index) of \(secret.size) bytes") }
            expect(range.count > 16 && range.count <= 65_552 && count <= range.count - 16, "chunk \(index) is \(range)")
            if index < last {
                let next = try? shape.pieceRange(ofChunk: index + 1)
                expect(next?.lowerBound == range.upperBound, "a hole behind \(range)")
            } else {
                expect(range.upperBound == shape.uploadByteCount, "ends at \(range), not \(shape.uploadByteCount)")
            }
        }
        expect((try? shape.pieceRange(ofChunk: shape.chunkCount)) == nil, "a chunk too many")
    }

    private static func checkSecret(_ bytes: [UInt8], _ sealed: Sealed) {
        guard let secret = try? FileSecret(decoding: bytes) else { return }
        let isRight = bytes == sealed.secret
        expect((opened(sealed.pieces, by: secret) == sealed.content) == isRight, "opens with \(bytes)")
    }

    /// The whole file, or nil.
    private static func opened(_ pieces: [[UInt8]], by secret: FileSecret) -> [UInt8]? {
        guard var opener = try? FileOpener<OpenSSL>(secret) else { return nil }
        var content: [UInt8] = []
        for piece in pieces {
            guard let chunk = try? opener.openNext(piece) else { return nil }
            content += chunk
        }
        guard (try? opener.finish()) != nil else { return nil }
        return content
    }

    private struct Sealed {
        let content: [UInt8]
        let pieces: [[UInt8]]
        let secret: [UInt8]

        init() throws {
            content = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 ^ $0 >> 8) }
            var sealer = try FileSealer<OpenSSL>(size: UInt64(byteCount))
            var pieces: [[UInt8]] = []
            while sealer.next < sealer.shape.chunkCount {
                let start = pieces.count * 65_536
                let count = try sealer.shape.contentByteCount(ofChunk: sealer.next)
                pieces.append(try sealer.seal(Array(content[start..<start + count])))
            }
            self.pieces = pieces
            secret = try sealer.finish().encoded
        }
    }

    private static let sealed = try? Sealed()
}
