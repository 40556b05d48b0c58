import Protobuf
import TestMessages
import TestSupport
import Testing
import WireProtocol

/// Whatever the bytes, reading ends in a message or an error. A trap would end the whole test run.
@Suite struct HostileInputTests {
    @Test func everyPrefixOfBinary() {
        for whole in [Samples.everything.protobufBytes(), Samples.frame.protobufBytes()] {
            for length in 0..<whole.count {
                let prefix = Array(whole[..<length])
                _ = failure(reading: Everything.self, fromBinary: prefix)
                _ = failure(reading: ServerFrame.self, fromBinary: prefix)
            }
        }
        let entry = Samples.entry.protobufBytes()
        for length in 0..<entry.count {
            if let shorter = try? Entry(protobuf: Array(entry[..<length])) { #expect(shorter != Samples.entry) }
        }
    }

    @Test func everyPrefixOfJSON() {
        for whole in [Samples.everything.jsonBytes(), Samples.frame.jsonBytes()] {
            for length in 0..<whole.count {
                let prefix = Array(whole[..<length])
                #expect(failure(reading: Everything.self, fromJSON: prefix) != nil)
                #expect(failure(reading: ServerFrame.self, fromJSON: prefix) != nil)
            }
        }
    }

    @Test func changedBytes() {
        let seed = UInt64.random(in: 0 ... .max)
        print("HostileInputTests.changedBytes: seed \(seed)")
        var random = SplitMix64(seed: seed)
        let binary = Samples.everything.protobufBytes()
        let documents = [Samples.everything.jsonBytes(), Samples.frame.jsonBytes()]
        for _ in 0..<3000 {
            let changed = Self.change(binary, &random)
            if let message = try? Everything(protobuf: changed) {
                // What was read can be written and read again.
                #expect(failure(reading: Everything.self, fromBinary: message.protobufBytes()) == nil, "seed \(seed)")
                _ = message.jsonBytes()
            }
            for document in documents {
                let changed = Self.change(document, &random)
                if let message = try? Everything(json: changed) {
                    #expect(failure(reading: Everything.self, fromJSON: message.jsonBytes()) == nil, "seed \(seed)")
                }
                _ = failure(reading: ServerFrame.self, fromJSON: changed)
                _ = changed.withUnsafeBytes { ClientFrame.peekID(json: $0) }
            }
        }
    }

    @Test func noise() {
        let seed = UInt64.random(in: 0 ... .max)
        print("HostileInputTests.noise: seed \(seed)")
        var random = SplitMix64(seed: seed)
        let alphabet = Array(#"{}[]",:\u0123456789eE+-.truefalsn \#u{ff}"#.utf8)
        for _ in 0..<5000 {
            let length = Int.random(in: 0..<64, using: &random)
            let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = failure(reading: Everything.self, fromBinary: noise)
            let text = (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            _ = failure(reading: Everything.self, fromJSON: text)
            _ = failure(reading: Content.self, fromJSON: Array(#"{"text":""#.utf8) + text)
        }
    }

    /// One to four bytes are flipped, taken out, doubled or replaced.
    private static func change(_ original: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(bytes[index], at: index)
            default: bytes[index] = .random(in: 0...255, using: &random)
            }
        }
        return bytes
    }
}
