import Basics
import Communication
import Contracts
import EmbeddedBackend
import FoundationEssentials
import TestSupport
import Testing
import WireProtocol

@Suite("What is deleted leaves the disk")
struct ErasureTests {
    /// How often words stand in the files of a store.
    private func count(_ words: String, in fixture: CommunicationFixture) throws -> Int {
        let folder = fixture.directory.path
        return try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { count, name in
            let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
            return count + bytes.ranges(of: Data(words.utf8)).count
        }
    }

    @Test("the words of a message, of its edits and of a reaction are in no file, those of others are")
    func plain() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        let message = try await fixture.send("zebra-one", to: chat, by: 1, clientID: 1)
        _ = try await fixture.edit(message, to: "zebra-two", by: 1, clientID: 2)
        _ = try await fixture.edit(message, to: "zebra-three", by: 1, clientID: 3)
        let reaction = try await fixture.service.addReaction(
            AddReactionRequest(
                id: message.entry?.id ?? "", clientID: CommunicationFixture.clientID(4), emoji: "zebra-four"),
            context: CommunicationFixture.context(2))
        let other = try await fixture.send("okapi-one", to: chat, by: 2, clientID: 5)
        _ = try await fixture.edit(other, to: "okapi-two", by: 2, clientID: 6)
        #expect(try count("zebra-", in: fixture) >= 4)

        try await fixture.delete(message, by: 1)
        try await fixture.delete(reaction, by: 2)
        fixture.backend.close()
        #expect(try count("zebra-", in: fixture) == 0)
        #expect(try count("okapi-", in: fixture) == 2)
    }

    @Test("so are ciphertext and wrapped keys")
    func sealed() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.direct(1, 2)
        let content = try await fixture.sealed("zebra-text", key: "zebra-key", for: chat, by: 1)
        let message = try await fixture.send(content, to: chat, by: 1, clientID: 1)
        let kept = try await fixture.sealed("okapi-text", key: "okapi-key", for: chat, by: 1)
        _ = try await fixture.send(kept, to: chat, by: 1, clientID: 2)
        #expect(try count("zebra-key", in: fixture) >= 2)

        try await fixture.delete(message, by: 1)
        fixture.backend.close()
        #expect(try count("zebra-", in: fixture) == 0)
        #expect(try count("okapi-text", in: fixture) == 1)
        #expect(try count("okapi-key", in: fixture) == 2)
    }

    @Test("it is gone while the server runs on, not only once that ends", .timeLimit(.minutes(1)))
    func running() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        let message = try await fixture.send("zebra", to: chat, by: 1, clientID: 1)
        try await fixture.delete(message, by: 1)
        // Nothing is written meanwhile: that alone would bring the log to be used again.
        while try count("zebra", in: fixture) > 0 {
            _ = try await fixture.entries(of: chat, for: 2)
            try Task.checkCancellation()
        }
        #expect(try await fixture.entries(of: chat, for: 2)[1].deletedBySeq == 3)
    }

    @Test("wherever rows have been moved before: short ones and those of many pages, edited and not")
    func many() async throws {
        let fixture = try CommunicationFixture()
        let chat = try await fixture.group([1, 2])
        var doomed: [EntryResponse] = []
        var kept = 0
        for number in 1...240 as ClosedRange<UInt64> {
            let isDoomed = number % 3 != 0
            let word = isDoomed ? "zebra-" : "okapi-"
            // Up to some 12 KiB: four pages.
            let text = word + String(repeating: "x", count: Int(number * number % 12_289))
            let message = try await fixture.send(text, to: chat, by: 1, clientID: number)
            if isDoomed { doomed.append(message) } else { kept += 1 }
            if number % 5 == 0 {
                _ = try await fixture.edit(message, to: text + "!", by: 1, clientID: 1_000 + number)
                if !isDoomed { kept += 1 }
            }
        }
        for message in doomed { try await fixture.delete(message, by: 1) }
        fixture.backend.close()
        #expect(try count("zebra-", in: fixture) == 0)
        #expect(try count("okapi-", in: fixture) == kept)
    }
}
