import E2EEOpenSSL
import TestSupport

@testable import E2EE

/// A file that was sealed as a client does it, and what can be done to it.
struct SealedFile {
    let content: [UInt8]
    let secret: FileSecret
    var pieces: [[UInt8]]

    init(_ content: [UInt8]) throws(FileRefusal) {
        self.content = content
        var sealer = try FileSealer<OpenSSL>(size: UInt64(content.count))
        var (pieces, rest): ([[UInt8]], ArraySlice<UInt8>) = ([], content[...])
        while sealer.next < sealer.shape.chunkCount {
            let count = try sealer.shape.contentByteCount(ofChunk: sealer.next)
            pieces.append(try sealer.seal(Array(rest.prefix(count))))
            rest = rest.dropFirst(count)
        }
        secret = try sealer.finish()
        self.pieces = pieces
    }

    init(byteCount: Int, seed: UInt64 = 20) throws(FileRefusal) {
        var random = SplitMix64(seed: seed)
        try self.init(random.bytes(byteCount))
    }

    /// The file of which only the pieces are others.
    init(_ file: SealedFile, pieces: [[UInt8]]) {
        (content, secret, self.pieces) = (file.content, file.secret, pieces)
    }

    /// From the first piece to the hash.
    func opened(_ secret: FileSecret? = nil) throws(FileRefusal) -> [UInt8] {
        var opener = try FileOpener<OpenSSL>(secret ?? self.secret)
        var content: [UInt8] = []
        for piece in pieces { content += try opener.openNext(piece) }
        try opener.finish()
        return content
    }

    /// What is uploaded, cut as the shape says, the last piece having whatever is left.
    static func cut(_ upload: [UInt8]) -> [[UInt8]] {
        stride(from: 0, to: upload.count, by: 65_552).map { Array(upload[$0..<min($0 + 65_552, upload.count)]) }
    }
}
