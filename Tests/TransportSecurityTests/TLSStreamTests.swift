import CTLS
import EventLoop
import TestSupport
import Testing

@testable import TransportSecurity

/// Both roles against each other, without sockets.
@Suite(.timeLimit(.minutes(1)))
struct TLSStreamTests {
    private let authority: TestAuthority
    private let issued: TestAuthority.Issued

    init() throws {
        authority = try TestAuthority()
        issued = try authority.issue("DNS:localhost")
    }

    private func pair(recordsPerKey: Int = TLSStream.recordsPerKey) throws -> TLSPair {
        let pair = try TLSPair(authority, issued, recordsPerKey: recordsPerKey)
        _ = pair.settle()
        #expect(pair.client.isEstablished && pair.server.isEstablished)
        return pair
    }

    @Test(arguments: [1, 2, 3, 5, 7, 64, 1000, 20_000])
    func speaksInEveryChunking(chunk: Int) throws {
        let pair = try TLSPair(authority, issued)
        _ = pair.settle(chunk: chunk)
        #expect(pair.client.isEstablished && pair.server.isEstablished)
        #expect(pair.client.version == "TLSv1.3")
        let message = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        pair.client.give(message)
        pair.server.give(Array(message.reversed()))
        let received = pair.settle(chunk: chunk)
        #expect(received.toServer == message)
        #expect(received.toClient == Array(message.reversed()))
        #expect(pair.client.outgoingBytes == 0)
    }

    @Test func aBatchLeavesAsOneRecord() throws {
        let pair = try pair()
        #expect(pair.client.give([UInt8](repeating: 1, count: StreamConnection.recordBytes)) == 1)
        // The record's header, its content type and its tag.
        #expect(pair.client.outgoingBytes == StreamConnection.recordBytes + 5 + 1 + 16)
        #expect(pair.client.give([UInt8](repeating: 1, count: StreamConnection.recordBytes + 1)) == 2)
    }

    @Test func aReaderThatNeverTakesAllHoldsNothingOfThePast() throws {
        let wire = TLSWire()
        let bio = try #require(wire.makeBIO())
        defer { BIO_free(bio) }
        let record = [UInt8](repeating: 1, count: StreamConnection.recordBytes)
        for _ in 0..<1_000 {
            #expect(BIO_write(bio, record, Int32(record.count)) == record.count)
            wire.sent(wire.outgoingBytes - 1)
            #expect(wire.heldBytes <= 5 * record.count)
        }
        wire.sent(1)
        #expect(wire.heldBytes == 0)
    }

    @Test func manySmallRecordsComeOutOfOneRead() throws {
        let pair = try pair()
        for byte in 0..<200 { pair.client.give([UInt8(byte)]) }
        #expect(pair.server.take(pair.client.takeOutgoing()) == (0..<200).map { UInt8($0) })
    }

    @Test func eachSideEndsByItself() throws {
        let pair = try pair()
        pair.client.give(Array("last".utf8))
        pair.client.endOutput()
        pair.client.endOutput()
        #expect(pair.server.take(pair.client.takeOutgoing()) == Array("last".utf8))
        #expect(pair.server.inputEnd == .closed)
        // The wire's end that follows changes nothing, and the other direction goes on.
        pair.server.wireEnded()
        #expect(pair.server.inputEnd == .closed)
        pair.server.give(Array("answer".utf8))
        #expect(pair.client.take(pair.server.takeOutgoing()) == Array("answer".utf8))
        #expect(pair.client.inputEnd == nil)
    }

    @Test func anEndWithoutWordIsTruncation() throws {
        let pair = try pair()
        pair.client.wireEnded()
        #expect(pair.client.inputEnd == .truncated)
    }

    @Test func anEndDuringTheHandshakeIsNone() throws {
        let pair = try TLSPair(authority, issued)
        _ = pair.server.take(Array(pair.client.takeOutgoing().prefix(100)))
        pair.server.wireEnded()
        #expect(pair.server.failure == .abandoned)
        pair.client.wireEnded()
        #expect(pair.client.failure == .abandoned)
    }

    @Test func keysAreRenewed() throws {
        let pair = try pair(recordsPerKey: 2)
        for round in 0..<20 {
            let text = Array("round \(round)".utf8)
            pair.client.give(text)
            pair.server.give(text)
            let received = pair.settle(chunk: 1)
            #expect(received.toServer == text)
            #expect(received.toClient == text)
        }
        // A record, and every second time an update of 5 bytes in a record of its own.
        pair.client.give([1])
        let first = pair.client.takeOutgoing().count
        pair.client.give([1])
        #expect(pair.client.takeOutgoing().count + first == 2 * (5 + 1 + 1 + 16) + (5 + 5 + 1 + 16))
    }

    @Test func changedRecordsAreRefusedWithAnAlert() throws {
        let pair = try pair()
        pair.client.give(Array("fine".utf8))
        var record = pair.client.takeOutgoing()
        pair.client.give(Array("changed".utf8))
        record += pair.client.takeOutgoing()
        record[record.count - 1] ^= 1
        // What came before it is authentic, and is given.
        #expect(pair.server.take(record) == Array("fine".utf8))
        #expect(pair.server.failure == .corrupted)
        _ = pair.client.take(pair.server.takeOutgoing())
        // bad_record_mac, RFC 8446 §6.2
        #expect(pair.client.failure == .refusedByPeer(alert: 20))
        pair.server.endOutput()
        #expect(pair.server.outgoingBytes == 0)
    }

    @Test(arguments: [[0x48, 0x54, 0x54, 0x50], [0, 0, 0, 0], [0xff], [0x47, 0x45, 0x54, 0x20]])
    func whatIsNotTLSIsNamedSo(start: [UInt8]) throws {
        let garbage = start + [UInt8](repeating: 0x20, count: 500)
        let pair = try TLSPair(authority, issued)
        #expect(pair.server.take(garbage).isEmpty)
        #expect(pair.server.failure == .notSecure)
        #expect(pair.client.take(garbage).isEmpty)
        #expect(pair.client.failure == .notSecure)
    }

    @Test func garbageThatLooksLikeTLSIsRefused() throws {
        let pair = try TLSPair(authority, issued)
        _ = pair.server.take([22, 3, 1, 0, 4, 1, 2, 3, 4] + [UInt8](repeating: 9, count: 70_000))
        #expect(pair.server.inputEnd != nil)
        _ = pair.client.take([22, 3, 3, 0xff, 0xff] + [UInt8](repeating: 9, count: 70_000))
        #expect(pair.client.inputEnd != nil)
    }

    @Test func nothingOfTheServersProofMayBeChanged() throws {
        // What follows the server's hello and share is encrypted: its certificate, and the proof that it has the key.
        let helloBytes = 200
        var position = helloBytes
        while true {
            let pair = try TLSPair(authority, issued)
            _ = pair.server.take(pair.client.takeOutgoing())
            var flight = pair.server.takeOutgoing()
            guard position < flight.count else { break }
            flight[position] ^= 1 << UInt8.random(in: 0..<8)
            #expect(pair.client.take(flight).isEmpty)
            #expect(!pair.client.isEstablished, "byte \(position) of \(flight.count) was changed")
            position += 13
        }
        #expect(position > 2 * helloBytes)
    }

    @Test func theServerTakesNothingOlder() throws {
        let pair = try TLSPair(authority, issued)
        // A ClientHello of TLS 1.2 from a client that knows nothing newer, with one suite.
        let body = [3, 3] + [UInt8](repeating: 7, count: 32) + [0, 0, 2, 0xc0, 0x2b, 1, 0]
        let hello = [1, 0, 0, UInt8(body.count)] + body
        _ = pair.server.take([22, 3, 1, 0, UInt8(hello.count)] + hello)
        #expect(pair.server.failure == .nothingInCommon)
        // protocol_version, RFC 8446 §6.2
        #expect(pair.server.takeOutgoing().last == 70)
    }
}
