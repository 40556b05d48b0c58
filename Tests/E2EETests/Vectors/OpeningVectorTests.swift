import E2EEOpenSSL
import SecureFormat
import TestSupport
import Testing

@testable import E2EE

extension EncryptionVectors {
    struct Opening: Decodable, CustomTestStringConvertible {
        struct Key: Decodable {
            let deviceId: DecimalText
            let key: Hex
        }

        struct Where: Decodable {
            let chatId: DecimalText
            let clientId: Hex?
            let senderId: DecimalText
            let senderDeviceId: DecimalText?
            let kind: UInt8
            let target: Target?
            let isCopy: Bool
        }

        /// Null is none.
        enum Target: Decodable {
            case unknown
            case known(Reference)

            init(from decoder: any Decoder) throws {
                let isText = (try? decoder.singleValueContainer().decode(String.self)) == "unknown"
                self = isText ? .unknown : .known(try Reference(from: decoder))
            }
        }

        struct Sender: Decodable {
            let userId: DecimalText
            let deviceId: DecimalText
            let signingKey: Hex
            let encryptionKey: Hex
            let certificate: Hex
        }

        struct Told: Decodable, Equatable {
            let content: Hex
            let headerHash: Hex
            let missingCounters: DecimalText
            let rosterDiffers: Bool?
            let isTargetCompared: Bool
        }

        let name: String
        let recipient: DecimalText
        let envelope: Hex
        let keys: [Key]
        let place: Where
        let sender: Sender?
        let identityKey: Hex?
        let counters: String
        /// What the receiver knows of it.
        let roster: [DecimalText]?
        let cause: String?
        let opened: Told?
        let countersAfter: String

        var testDescription: String { name }
    }

    struct CounterStep: Decodable, CustomTestStringConvertible {
        let name: String
        let ranges: String
        let counter: DecimalText
        let cause: String?
        let after: String
        let missing: DecimalText

        var testDescription: String { name }
    }
}

extension EncryptionVectors {
    struct State: Decodable, CustomTestStringConvertible {
        struct Device: Decodable {
            let deviceId: DecimalText
            let counters: String
        }

        let name: String
        let chatId: DecimalText
        let state: Hex
        let cause: String?
        let nextCounter: DecimalText?
        let devices: [Device]?

        var testDescription: String { name }
    }
}

extension CounterLedger {
    /// As ranges stand in the vectors.
    init(text: String) throws {
        let ranges = try text.split(separator: " ").map { range in
            let ends = range.split(separator: "-")
            return CounterRange(first: try #require(UInt64(ends[0])), last: try #require(UInt64(ends[1])))
        }
        self = ranges.isEmpty ? CounterLedger() : try #require(CounterLedger(ranges))
    }

    var text: String { ranges.map { "\($0.first)-\($0.last)" }.joined(separator: " ") }
}

extension EncryptionVectors.Opening {
    func asPlace() throws -> Place {
        let target: Place.Target =
            switch place.target {
            case nil: .none
            case .unknown: .unknown
            case .known(let reference): .known(reference.asReference)
            }
        let kind = try #require(EnvelopeKind(rawValue: place.kind))
        guard !place.isCopy else {
            try #require(kind == .edit && place.clientId == nil && place.senderDeviceId == nil)
            return Place(latestEditOf: target, authorID: place.senderId.value)
        }
        return Place(
            clientID: try #require(place.clientId).bytes, senderID: place.senderId.value,
            senderDeviceID: try #require(place.senderDeviceId).value, kind: kind, target: target)
    }

    var record: DeviceRecord? {
        sender.map {
            DeviceRecord(
                userID: $0.userId.value, deviceID: $0.deviceId.value, encryptionKey: $0.encryptionKey.bytes,
                signingKey: $0.signingKey.bytes, certificate: $0.certificate.bytes)
        }
    }

    /// Alice's first device, whose counters are given.
    private static let author: UInt64 = 7_301_444_403_200_001
    private static let rosterVersion: UInt64 = 5

    func scheme() throws -> EnvelopeScheme<OpenSSL> {
        var scheme = EnvelopeScheme<OpenSSL>(chatID: place.chatId.value)
        let ledger = try CounterLedger(text: counters)
        if !ledger.ranges.isEmpty { scheme.state.ledgers.keep(ledger, of: Self.author) }
        return scheme
    }

    func countersAfter(in scheme: EnvelopeScheme<OpenSSL>) -> String {
        scheme.state.ledgers.ledger(of: Self.author).text
    }

    func knownRoster() throws -> Roster<OpenSSL>? {
        try roster.map { try EncryptionVectors.roster($0, version: Self.rosterVersion) }
    }
}

struct OpeningVectorTests {
    @Test(arguments: EncryptionVectors.all?.openings ?? [])
    func envelopesAreOpenedOrRefused(_ vector: EncryptionVectors.Opening) throws {
        var scheme = try vector.scheme()
        let device = try EncryptionVectors.device(vector.recipient).local()
        let content = SealedContent(
            ciphertext: vector.envelope.bytes, rosterVersion: 5,
            keys: vector.keys.map { DeviceKey(deviceID: $0.deviceId.value, key: $0.key.bytes) })
        let place = try vector.asPlace()
        var opened: OpenedContent?
        let cause = cause {
            opened = try scheme.open(
                content, at: place, from: vector.record, identityKey: vector.identityKey?.bytes, by: device,
                knowing: try vector.knownRoster())
        }
        #expect(cause == vector.cause)
        #expect(opened?.content == vector.opened?.content.bytes)
        #expect(opened?.headerHash == vector.opened?.headerHash.bytes)
        #expect(opened?.missingCounterCount == vector.opened?.missingCounters.value)
        #expect(opened?.rosterDiffers == vector.opened?.rosterDiffers)
        #expect(opened?.isTargetCompared == vector.opened?.isTargetCompared)
        #expect(vector.countersAfter(in: scheme) == vector.countersAfter)
    }

    @Test(arguments: EncryptionVectors.all?.states ?? [])
    func statesAreRestoredOrRefused(_ vector: EncryptionVectors.State) throws {
        var restored: EnvelopeScheme<OpenSSL>?
        let cause = cause {
            restored = try EnvelopeScheme(restoring: vector.state.bytes, chatID: vector.chatId.value)
        }
        #expect(cause == vector.cause)
        #expect(restored?.state.nextCounter == vector.nextCounter?.value)
        let senders = restored?.state.ledgers.senders
        #expect(senders?.map(\.deviceID) == vector.devices?.map(\.deviceId.value))
        #expect(senders?.map(\.ledger.text) == vector.devices?.map(\.counters))
        if let restored { #expect(try restored.encodedState() == vector.state.bytes) }
    }

    @Test(arguments: EncryptionVectors.all?.counters ?? [])
    func countersAreRecordedOrRefused(_ vector: EncryptionVectors.CounterStep) throws {
        var ledger = try CounterLedger(text: vector.ranges)
        #expect(cause { try ledger.record(vector.counter.value) } == vector.cause)
        #expect(ledger.text == vector.after)
        #expect(ledger.missingCount == vector.missing.value)
    }
}
