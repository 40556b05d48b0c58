import FoundationEssentials
import HTTPCodec
import TestSupport
import Testing

/// One case of `Tests/Vectors/http-framing.json`; the real server is held against the same from outside.
private struct FramingVector: Decodable, CustomTestStringConvertible {
    enum Piece: Decodable {
        case text(String)
        case repeated(String, times: Int)

        private enum Keys: String, CodingKey { case `repeat`, times }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                self = .text(text)
            } else {
                let fields = try decoder.container(keyedBy: Keys.self)
                self = .repeated(
                    try fields.decode(String.self, forKey: .repeat), times: try fields.decode(Int.self, forKey: .times))
            }
        }

        var text: String {
            switch self {
            case .text(let text): text
            case .repeated(let text, let times): String(repeating: text, count: times)
            }
        }
    }

    let section: String
    let name: String
    let input: [UInt8]
    let answers: [Int]
    let isRefused: Bool
    let closes: Bool
    let ends: Bool
    let bodies: [String]?

    private enum Keys: String, CodingKey { case section, name, `in`, answers, refused, closes, ends, bodies }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        section = try fields.decode(String.self, forKey: .section)
        name = try fields.decode(String.self, forKey: .name)
        let pieces =
            if let text = try? fields.decode(String.self, forKey: .in) {
                [Piece.text(text)]
            } else {
                try fields.decode([Piece].self, forKey: .in)
            }
        input = pieces.flatMap { $0.text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
        answers = try fields.decode([Int].self, forKey: .answers)
        isRefused = try fields.decodeIfPresent(Bool.self, forKey: .refused) ?? false
        closes = try fields.decodeIfPresent(Bool.self, forKey: .closes) ?? false
        ends = try fields.decodeIfPresent(Bool.self, forKey: .ends) ?? false
        bodies = try fields.decodeIfPresent([String].self, forKey: .bodies)
    }

    var testDescription: String { "\(section): \(name)" }

    private struct File: Decodable { let cases: [FramingVector] }

    static let all: [FramingVector] = {
        var folder = #filePath.split(separator: "/").dropLast(2)
        folder += ["Vectors", "http-framing.json"]
        do {
            let bytes = try Data(contentsOf: URL(filePath: "/" + folder.joined(separator: "/")))
            return try JSONDecoder().decode(File.self, from: bytes).cases
        } catch {
            Issue.record("\(error)")
            return []
        }
    }()
}

struct FramingVectorTests {
    /// Whole, byte by byte and in random pieces: see ``decode(_:limits:seed:)``.
    @Test(arguments: FramingVector.all)
    private func theDecoderReadsIt(_ vector: FramingVector) {
        let decoded = decode(vector.input)
        let last = decoded.requests.firstIndex { !$0.keepAlive }
        let requests = decoded.requests.prefix(last.map { $0 + 1 } ?? .max)
        #expect(requests.count == vector.answers.count - (vector.isRefused ? 1 : 0))
        if last == nil {
            #expect(decoded.error?.status == (vector.isRefused ? vector.answers.last : nil))
            #expect(vector.closes == (vector.isRefused || vector.ends))
        } else {
            #expect(vector.closes)
        }
        if let bodies = vector.bodies {
            #expect(requests.map { String(decoding: $0.body, as: UTF8.self) } == bodies)
        }
    }

    /// A byte changed, put in or taken out: whatever that makes of a case, it is the same however the input is cut.
    @Test func mutationsAreReadTheSameInEveryCut() {
        var generator = SplitMix64(seed: 20_26)
        let alphabet = bytes("\r\n \t:;,0aF\0\u{7f}x/")
        for vector in FramingVector.all where (1...Self.mutatedBytesMax).contains(vector.input.count) {
            for _ in 0..<Self.mutationsPerCase {
                var input = vector.input
                let index = Int.random(in: 0..<input.count, using: &generator)
                let byte = alphabet.randomElement(using: &generator) ?? 0
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: input[index] = byte
                case 1: input.insert(byte, at: index)
                default: input.remove(at: index)
                }
                _ = decode(input, seed: generator.next())
            }
        }
    }

    private static let mutatedBytesMax = 300
    private static let mutationsPerCase = 6

    @Test func theCasesAreThere() { #expect(FramingVector.all.count > 200) }
}
