import EventLoop
import TestSupport
import Testing

@testable import TransportSecurity

/// A client's and a server's stream, joined without sockets: what one has to send the other is given, in pieces.
final class TLSPair {
    let client: TLSStream
    let server: TLSStream

    init(
        _ authority: TestAuthority, _ issued: TestAuthority.Issued, host: String = "localhost",
        recordsPerKey: Int = TLSStream.recordsPerKey
    ) throws {
        client = try TLSClientContext(trust: .file(authority.certificatePath))
            .stream(to: host, handshakeNanoseconds: 1, recordsPerKey: recordsPerKey)
        server = try TLSServerContext(certificatePath: issued.certificatePath, keyPath: issued.keyPath)
            .stream(handshakeNanoseconds: 1, recordsPerKey: recordsPerKey)
        client.begin()
        server.begin()
    }

    /// Lets both talk until neither has anything to say.
    ///
    /// - Parameter chunk: how many bytes are given at once.
    func settle(chunk: Int = .max) -> (toClient: [UInt8], toServer: [UInt8]) {
        var toClient: [UInt8] = [], toServer: [UInt8] = []
        while client.outgoingBytes > 0 || server.outgoingBytes > 0 {
            toServer += Self.give(client.takeOutgoing(), to: server, chunk: chunk)
            toClient += Self.give(server.takeOutgoing(), to: client, chunk: chunk)
        }
        return (toClient, toServer)
    }

    static func give(_ bytes: [UInt8], to stream: TLSStream, chunk: Int = .max) -> [UInt8] {
        var plain: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + min(chunk, bytes.count))
            plain += stream.take(Array(bytes[start..<end]))
            start = end
        }
        return plain
    }
}

extension TLSStream {
    func takeOutgoing() -> [UInt8] {
        var all: [UInt8] = []
        while outgoingBytes > 0 {
            sent(
                withOutgoing { bytes in
                    all += bytes
                    return bytes.count
                })
        }
        return all
    }

    func take(_ ciphertext: [UInt8]) -> [UInt8] {
        var room = [UInt8](repeating: 0, count: ciphertext.count + StreamConnection.recordBytes)
        let count = ciphertext.withUnsafeBytes { ciphertext in
            room.withUnsafeMutableBytes { decrypt(ciphertext, into: $0) }
        }
        return Array(room[..<count])
    }

    /// Encrypts all of it; returns how many records that made.
    @discardableResult
    func give(_ plaintext: [UInt8]) -> Int {
        var offset = 0
        var records = 0
        while offset < plaintext.count {
            let taken = plaintext[offset...].withUnsafeBytes { encrypt($0) }
            if taken == 0 { break }
            offset += taken
            records += 1
        }
        return records
    }

    var failure: StreamSecurityFailure.Kind? {
        guard case .failed(let failure) = inputEnd else { return nil }
        return failure.kind
    }
}
