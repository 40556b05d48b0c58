import E2EEOpenSSL
import TestSupport
import Testing

@testable import E2EE

extension EncryptionVectors {
    /// What is not refused is told by its size, and by its hash when it is large.
    struct File: Decodable, CustomTestStringConvertible {
        let name: String
        let secret: Hex
        let uploaded: Hex?
        let cause: String?
        let size: DecimalText?
        let paddedSize: DecimalText?
        let chunks: UInt64?
        let uploadedSize: DecimalText?
        let fileKey: Hex?
        let uploadedSha256: Hex?

        var testDescription: String { name }
    }
}

struct FileVectorTests {
    @Test(arguments: EncryptionVectors.all?.files.filter { $0.cause == nil } ?? [])
    func filesAreSealedAndOpened(_ vector: EncryptionVectors.File) throws {
        let size = try #require(vector.size?.value)
        let content = (0..<size).map { UInt8($0 % 251) }
        let secret = try FileSecret(decoding: vector.secret.bytes)
        #expect(secret.encoded == vector.secret.bytes)
        #expect(secret.size == size)
        #expect(secret.hash == vector.uploadedSha256?.bytes)
        let shape = try FileShape(size: size)
        #expect(shape.paddedByteCount == vector.paddedSize?.value)
        #expect(shape.chunkCount == vector.chunks)
        #expect(shape.uploadByteCount == vector.uploadedSize?.value)

        let cipher = try FileCipher<OpenSSL>(fileKey: try #require(vector.fileKey).bytes)
        var opener = try FileOpener<OpenSSL>(secret)
        var (uploaded, opened): ([UInt8], [UInt8]) = ([], [])
        for index in 0..<shape.chunkCount {
            let start = Int(index * FileShape.chunkByteCount)
            var chunk = Array(content.dropFirst(start).prefix(try shape.contentByteCount(ofChunk: index)))
            chunk += [UInt8](repeating: 0, count: try shape.byteCount(ofChunk: index) - chunk.count)
            let piece = try cipher.seal(chunk, index: index, isLast: shape.isLast(index))
            uploaded += piece
            opened += try opener.openNext(piece)
        }
        try opener.finish()
        #expect(opened == content)
        #expect(OpenSSL.sha256(uploaded) == vector.uploadedSha256?.bytes)
        if let whole = vector.uploaded { #expect(uploaded == whole.bytes) }
    }

    @Test(arguments: EncryptionVectors.all?.files.filter { $0.cause != nil } ?? [])
    func filesAreRefused(_ vector: EncryptionVectors.File) throws {
        let uploaded = try #require(vector.uploaded).bytes
        let cause = cause {
            let secret = try FileSecret(decoding: vector.secret.bytes)
            var opener = try FileOpener<OpenSSL>(secret)
            // All of them are of one chunk.
            let piece = Int(opener.shape.uploadByteCount)
            for start in stride(from: 0, to: uploaded.count, by: piece) {
                _ = try opener.openNext(Array(uploaded[start...].prefix(piece)))
            }
            try opener.finish()
        }
        #expect(cause == vector.cause)
    }
}
