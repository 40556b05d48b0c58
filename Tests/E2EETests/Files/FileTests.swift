import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite struct FileTests {
    // MARK: What is sealed comes back

    @Test(arguments: [
        0, 1, 63, 64, 65, 1_000, 65_519, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 300_000,
    ])
    func filesComeBack(byteCount: Int) throws {
        let file = try SealedFile(byteCount: byteCount)
        #expect(try file.opened() == file.content)
        let shape = try FileShape(size: UInt64(byteCount))
        let upload = file.pieces.flatMap { $0 }
        #expect(UInt64(upload.count) == shape.uploadByteCount)
        #expect(file.secret.hash == OpenSSL.sha256(upload))
        #expect(file.secret.size == UInt64(byteCount))
        #expect(try FileSecret(decoding: file.secret.encoded) == file.secret)
    }

    @Test func theLayoutIsTheDocumentedOne() throws {
        let file = try SealedFile(byteCount: 70_000)
        let derived = try OpenSSL.derive(file.secret.key, "martlet file v1", count: 39)
        let key = try OpenSSL.passingKey(Array(derived[..<32]))
        let first = try OpenSSL.open(
            file.pieces[0], nonce: derived[32...] + [0, 0, 0, 0, 0], authenticating: [], with: key)
        let second = try OpenSSL.open(
            file.pieces[1], nonce: derived[32...] + [0, 0, 0, 1, 1], authenticating: [], with: key)
        #expect(file.pieces.count == 2)
        #expect(first + second == file.content + [UInt8](repeating: 0, count: 71_680 - 70_000))
        let size: [UInt8] = [0, 0, 0, 0, 0, 1, 0x11, 0x70]
        #expect(file.secret.encoded == [1] + file.secret.key + size + file.secret.hash)
        #expect(file.secret.encoded.count == 73)
    }

    @Test func noTwoFilesHaveAKeyInCommon() throws {
        let one = try SealedFile(byteCount: 100)
        let other = try SealedFile(byteCount: 100)
        #expect(one.content == other.content)
        #expect(one.secret.key != other.secret.key)
        #expect(one.pieces != other.pieces)
    }

    @Test func aPlayerOpensAnyChunk() throws {
        let file = try SealedFile(byteCount: 400_000)
        let opener = try FileOpener<OpenSSL>(file.secret)
        let upload = file.pieces.flatMap { $0 }
        for index in [3, 0, 6, 5, 1, 1, 2] as [UInt64] {
            let range = try opener.shape.pieceRange(ofChunk: index)
            let piece = Array(upload[Int(range.lowerBound)..<Int(range.upperBound)])
            let start = Int(index) * 65_536
            let end = min(start + 65_536, file.content.count)
            #expect(try opener.open(piece, ofChunk: index) == Array(file.content[min(start, end)..<end]))
        }
        #expect(opener.next == 0)
    }

    @Test func aChunkThatDidNotOpenMayComeAgain() throws {
        let file = try SealedFile(byteCount: 70_000)
        var opener = try FileOpener<OpenSSL>(file.secret)
        var broken = file.pieces[0]
        broken[9] ^= 1
        #expect(throws: FileRefusal.chunk) { try opener.openNext(broken) }
        var content = try opener.openNext(file.pieces[0])
        content += try opener.openNext(file.pieces[1])
        try opener.finish()
        #expect(content == file.content)
    }

    // MARK: What is not the same is refused

    @Test func changedBytesAreRefused() throws {
        let file = try SealedFile(byteCount: 100)
        Mutations.of(file.pieces[0]) { bytes, what in
            #expect(throws: FileRefusal.self, Comment(rawValue: what)) {
                try SealedFile(file, pieces: SealedFile.cut(bytes)).opened()
            }
        }
        let secret = file.secret.encoded
        Mutations.of(secret) { bytes, what in
            // The secret stands in a message, which keeps it from being changed. A larger size in the same bucket would
            // take zeros of the padding for the end of the file.
            guard let other = try? FileSecret(decoding: bytes) else { return }
            if other.key == file.secret.key, other.hash == file.secret.hash, 101...104 ~= other.size {
                let zeros = [UInt8](repeating: 0, count: Int(other.size) - 100)
                #expect((try? file.opened(other)) == file.content + zeros, Comment(rawValue: what))
            } else {
                #expect(throws: FileRefusal.self, Comment(rawValue: what)) { try file.opened(other) }
            }
        }
        #expect(try file.opened(FileSecret(decoding: secret)) == file.content)
    }

    @Test func noLengthButTheRightOneIsTaken() throws {
        let file = try SealedFile(byteCount: 65_600)
        let upload = file.pieces.flatMap { $0 }
        // Around every place where a piece, a tag or the file ends, and in between.
        let ends = [0, 16, 64, 65_536, 65_552, upload.count - 16, upload.count]
        for count in Set(ends.flatMap { $0 - 2...$0 + 2 } + stride(from: 0, to: upload.count, by: 997)) {
            guard count >= 0, count != upload.count else { continue }
            let bytes = count < upload.count ? Array(upload[..<count]) : upload + [0, 0]
            #expect(throws: FileRefusal.length, "\(count)") {
                try SealedFile(file, pieces: SealedFile.cut(bytes)).opened()
            }
        }
    }

    @Test func noChunkStandsInAnothersPlace() throws {
        let file = try SealedFile(byteCount: 400_000)
        let other = try SealedFile(byteCount: 400_000, seed: 22)
        #expect(file.pieces.count == 7)
        for index in 0..<6 {
            var swapped = file.pieces
            swapped.swapAt(index, (index + 1) % 6)
            #expect(throws: FileRefusal.chunk) { try SealedFile(file, pieces: swapped).opened() }
            var foreign = file.pieces
            foreign[index] = other.pieces[index]
            #expect(throws: FileRefusal.chunk) { try SealedFile(file, pieces: foreign).opened() }
            var twice = file.pieces
            twice[index] = file.pieces[(index + 1) % 6]
            #expect(throws: FileRefusal.chunk) { try SealedFile(file, pieces: twice).opened() }
            let opener = try FileOpener<OpenSSL>(file.secret)
            #expect(throws: FileRefusal.chunk) { try opener.open(file.pieces[index], ofChunk: UInt64(index + 1) % 6) }
        }
    }

    /// Two files of which the shorter is the beginning of the longer, under the same key: what is the last chunk in one
    /// is not in the other.
    @Test func theEndOfAFileIsItsEnd() throws {
        let file = try SealedFile(byteCount: 131_072)
        let shorter = FileSecret(key: file.secret.key, size: 65_536, hash: OpenSSL.sha256(file.pieces[0]))
        #expect(throws: FileRefusal.chunk) { try SealedFile(file, pieces: [file.pieces[0]]).opened(shorter) }
        let longer = FileSecret(key: file.secret.key, size: 131_073, hash: file.secret.hash)
        #expect(throws: FileRefusal.chunk) { try file.opened(longer) }
    }

    private static func small() throws(FileRefusal) -> SealedFile { try SealedFile(byteCount: 100) }

    private static func secret(of file: SealedFile, size: UInt64) -> FileSecret {
        FileSecret(key: file.secret.key, size: size, hash: file.secret.hash)
    }

    private static let refusals: [RefusalCase] = [
        RefusalCase("no secret", "file.truncated") { _ = try FileSecret(decoding: []) },
        RefusalCase("a secret without its end", "file.truncated") {
            _ = try FileSecret(decoding: small().secret.encoded.dropLast())
        },
        RefusalCase("a secret with more", "file.trailing_bytes") {
            _ = try FileSecret(decoding: small().secret.encoded + [0])
        },
        RefusalCase("a secret of version 2", "file.version") {
            _ = try FileSecret(decoding: [2] + small().secret.encoded.dropFirst())
        },
        RefusalCase("a size above the maximum", "file.too_large") {
            _ = try FileSecret(decoding: secret(of: small(), size: FileShape.byteCountMax + 1).encoded)
        },
        RefusalCase("the largest size that there is", "file.too_large") {
            _ = try FileSecret(decoding: secret(of: small(), size: .max).encoded)
        },
        RefusalCase("a file above the maximum to be sealed", "file.too_large") {
            _ = try FileSealer<OpenSSL>(size: FileShape.byteCountMax + 1)
        },
        RefusalCase("a file above the maximum to be opened", "file.too_large") {
            _ = try FileOpener<OpenSSL>(secret(of: small(), size: FileShape.byteCountMax + 1))
        },
        RefusalCase("another key", "file.chunk") {
            let file = try small()
            _ = try file.opened(
                FileSecret(key: [UInt8](repeating: 0, count: 32), size: 100, hash: file.secret.hash))
        },
        RefusalCase("no piece", "file.length") { _ = try SealedFile(small(), pieces: []).opened() },
        RefusalCase("an empty piece", "file.length") { _ = try SealedFile(small(), pieces: [[]]).opened() },
        RefusalCase("a piece twice", "file.length") {
            let file = try small()
            _ = try SealedFile(file, pieces: file.pieces + file.pieces).opened()
        },
        RefusalCase("a chunk that the file does not have", "file.length") {
            let file = try small()
            _ = try FileOpener<OpenSSL>(file.secret).open(file.pieces[0], ofChunk: 1)
        },
        RefusalCase("the last chunk there could be", "file.length") {
            let file = try small()
            _ = try FileOpener<OpenSSL>(file.secret).open(file.pieces[0], ofChunk: .max)
        },
        RefusalCase("a size in another bucket", "file.length") {
            _ = try small().opened(secret(of: small(), size: 105))
        },
        RefusalCase("less than the size to be sealed", "file.length") {
            var sealer = try FileSealer<OpenSSL>(size: 100)
            _ = try sealer.seal([UInt8](repeating: 1, count: 99))
        },
        RefusalCase("more than the size to be sealed", "file.length") {
            var sealer = try FileSealer<OpenSSL>(size: 100)
            _ = try sealer.seal([UInt8](repeating: 1, count: 101))
        },
        RefusalCase("a chunk after the last to be sealed", "file.length") {
            var sealer = try FileSealer<OpenSSL>(size: 0)
            _ = try sealer.seal([])
            _ = try sealer.seal([])
        },
        RefusalCase("a file that is not sealed to its end", "file.length") {
            let sealer = try FileSealer<OpenSSL>(size: 0)
            _ = try sealer.finish()
        },
        RefusalCase("a smaller size in the same bucket", "file.padding") {
            let file = try small()
            _ = try file.opened(secret(of: file, size: 97))
        },
        RefusalCase("something behind the end of the file", "file.padding") {
            let file = try small()
            let chunk = file.content + [0, 0, 0, 1]
            let piece = try FileCipher<OpenSSL>(fileKey: file.secret.key).seal(chunk, index: 0, isLast: true)
            _ = try SealedFile(file, pieces: [piece]).opened()
        },
        RefusalCase("another file under the same key", "file.hash") {
            let file = try small()
            let chunk = [UInt8](repeating: 0, count: 104)
            let piece = try FileCipher<OpenSSL>(fileKey: file.secret.key).seal(chunk, index: 0, isLast: true)
            _ = try SealedFile(file, pieces: [piece]).opened()
        },
        RefusalCase("another hash", "file.hash") {
            let file = try small()
            _ = try file.opened(FileSecret(key: file.secret.key, size: 100, hash: OpenSSL.sha256([])))
        },
        RefusalCase("a file without randomness", "primitive.failed") { _ = try FileSealer<BrokenProvider>(size: 0) },
        RefusalCase("a key that cannot be made", "primitive.failed") {
            _ = try FileOpener<BrokenProvider>(small().secret)
        },
    ]

    @Test(arguments: refusals) func refuses(_ refusal: RefusalCase) { refusal.check() }

    @Test func everyCauseIsHit() { expectAllCauses(of: "file", in: Self.refusals) }
}
