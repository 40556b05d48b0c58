internal import E2EE

/// Files, chunk by chunk: what is begun is named by a number until it is finished or ended.
extension Calls {
    /// `size → file, count of chunks, bytes of all pieces`.
    mutating func beginSealingFile(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let size = try arguments.uint64()
        try arguments.finish()
        let sealer: FileSealer<Provider>
        do throws(FileRefusal) { sealer = try FileSealer(size: size) } catch { throw .refused(error.cause) }
        let shape = sealer.shape
        results.uint32(try files.add(sealer))
        results.shape(shape)
    }

    /// `file, the next chunk → its piece`.
    mutating func sealChunk(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let (number, chunk) = (try arguments.uint32(), try arguments.bytes())
        try arguments.finish()
        let file = try files.file(number)
        guard let piece = try refusing({ () throws(FileRefusal) in try file.sealer?.seal(chunk) }) else {
            throw .unknownFile
        }
        results.bytes(piece)
    }

    /// `file → what the message says of it`.
    mutating func finishSealingFile(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let number = try arguments.uint32()
        try arguments.finish()
        let file = try files.file(number)
        guard let sealer = file.sealer.take() else { throw .unknownFile }
        files.remove(number)
        do throws(FileRefusal) { results.bytes(try sealer.finish().encoded) } catch { throw .refused(error.cause) }
    }

    /// `what the message says → file, its size, count of chunks, bytes of all pieces`.
    mutating func beginOpeningFile(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let opener = try opener(&arguments)
        try arguments.finish()
        let shape = opener.shape
        results.uint32(try files.add(opener))
        results.uint64(shape.size)
        results.shape(shape)
    }

    /// `file, the next piece → its chunk`.
    mutating func openChunk(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let (number, piece) = (try arguments.uint32(), try arguments.bytes())
        try arguments.finish()
        let file = try files.file(number)
        guard let chunk = try refusing({ () throws(FileRefusal) in try file.opener?.openNext(piece) }) else {
            throw .unknownFile
        }
        results.bytes(chunk)
    }

    /// `file →`. Whether it was the file that the message names.
    mutating func finishOpeningFile(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let number = try arguments.uint32()
        try arguments.finish()
        let file = try files.file(number)
        guard let opener = file.opener.take() else { throw .unknownFile }
        files.remove(number)
        do throws(FileRefusal) { try opener.finish() } catch { throw .refused(error.cause) }
    }

    /// `what the message says, index of a chunk, its piece → the chunk`, without its hash.
    mutating func openPiece(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let opener = try opener(&arguments)
        let (index, piece) = (try arguments.uint64(), try arguments.bytes())
        try arguments.finish()
        do throws(FileRefusal) { results.bytes(try opener.open(piece, ofChunk: index)) } catch {
            throw .refused(error.cause)
        }
    }

    /// `file →`. It is given up.
    mutating func endFile(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let number = try arguments.uint32()
        try arguments.finish()
        files.remove(number)
    }

    private func opener(_ arguments: inout Arguments) throws(CallFailure) -> FileOpener<Provider> {
        let bytes = try arguments.bytes()
        do throws(FileRefusal) {
            return try FileOpener(FileSecret(decoding: bytes))
        } catch {
            throw .refused(error.cause)
        }
    }
}

extension Results {
    fileprivate mutating func shape(_ shape: FileShape) {
        uint64(shape.chunkCount)
        uint64(shape.uploadByteCount)
    }
}
