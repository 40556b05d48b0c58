import E2EE
import E2EEOpenSSL
import FoundationEssentials

struct SealFile: Operation {
    let content: Data

    struct Answer: Encodable {
        let uploaded: Data
        let secret: Data
    }

    func perform(by _: inout Testee) throws -> Answer {
        var sealer = try FileSealer<OpenSSL>(size: UInt64(content.count))
        var uploaded: [UInt8] = []
        var rest = [UInt8](content)[...]
        for index in 0..<sealer.shape.chunkCount {
            let count = try sealer.shape.contentByteCount(ofChunk: index)
            uploaded += try sealer.seal(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return Answer(uploaded: Data(uploaded), secret: Data(try sealer.finish().encoded))
    }
}

struct OpenFile: Operation {
    let uploaded: Data
    let secret: Data

    struct Answer: Encodable {
        let content: Data
    }

    func perform(by _: inout Testee) throws -> Answer {
        var opener = try FileOpener<OpenSSL>(try FileSecret(decoding: [UInt8](secret)))
        var content: [UInt8] = []
        var rest = [UInt8](uploaded)[...]
        for index in 0..<opener.shape.chunkCount where !rest.isEmpty {
            let count = Int(try opener.shape.pieceRange(ofChunk: index).count)
            content += try opener.openNext(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        if !rest.isEmpty { content += try opener.openNext(Array(rest)) }
        try opener.finish()
        return Answer(content: Data(content))
    }
}
