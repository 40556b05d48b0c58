import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite("Opening refuses")
struct OpeningTests {
    private static func cause(
        of faults: OpeningFault..., sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String? {
        var attempt = OpeningAttempt(.shared)
        for fault in faults { try fault.spoil(&attempt, .shared) }
        let before = try attempt.scheme
        var scheme = before
        let refusal = #expect(throws: OpenRefusal.self, sourceLocation: sourceLocation) {
            try attempt.open(with: &scheme, in: .shared)
        }
        #expect(scheme == before, "the state is as it was", sourceLocation: sourceLocation)
        return refusal?.cause.description
    }

    @Test("what a fault spoils opens without it")
    func unspoilt() throws {
        let attempt = OpeningAttempt(.shared)
        var scheme = try attempt.scheme
        let opened = try attempt.open(with: &scheme, in: .shared)
        #expect(opened.content == Array("Hello".utf8))
        #expect(opened.rosterDiffers == false)
        #expect(try scheme.encodedState() != attempt.scheme.encodedState())
    }

    @Test("each fault for its cause, and nothing is remembered of it", arguments: OpeningFault.all)
    func refused(_ fault: OpeningFault) throws {
        #expect(try Self.cause(of: fault) == fault.cause)
    }

    @Test("of two faults the one that comes first in docs/encryption.md", arguments: OpeningFault.all)
    func order(_ first: OpeningFault) throws {
        for second in first.laterOnes {
            #expect(try Self.cause(of: first, second) == first.cause, "\(second.testDescription) comes later")
        }
    }
}
