import E2EEOpenSSL
import SecureFormat
import Testing

@testable import E2EE

@Suite struct RowSealerTests {
    private static let place = Array("message 7".utf8)
    private static let content = Array("what was said".utf8)

    private static func sealer(_ byte: UInt8 = 1) throws(RowRefusal) -> RowSealer<OpenSSL> {
        try RowSealer<OpenSSL>(storageKey: [UInt8](repeating: byte, count: 32))
    }

    private static func sealed(_ content: [UInt8] = content, at place: [UInt8] = place) throws -> [UInt8] {
        try sealer().seal(content, at: place)
    }

    @Test(arguments: [0, 1, 13, 1_000, 100_000]) func rowsComeBack(count: Int) throws {
        let content = [UInt8](repeating: 3, count: count)
        let row = try Self.sealed(content)
        #expect(row.count == 1 + 12 + 3 + count + 16)
        #expect(try Self.sealer().open(row, at: Self.place) == content)
        // A key that the provider has kept is as good as its bytes.
        #expect(try RowSealer<OpenSSL>(key: KeyRing.symmetric(1)).open(row, at: Self.place) == content)
    }

    @Test func theLongestRowAndPlaceAreTaken() throws {
        let content = [UInt8](repeating: 3, count: RowSealer<OpenSSL>.contentByteCountMax)
        let place = [UInt8](repeating: 9, count: 255)
        let row = try Self.sealed(content, at: place)
        #expect(Array(row[13..<16]) == [0xff, 0xff, 0xff])
        #expect(try Self.sealer().open(row, at: place) == content)
    }

    @Test func theLayoutIsTheDocumentedOne() throws {
        let row = try Self.sealed()
        let authenticated = Array("\u{0e}martlet row v1\u{09}message 7".utf8)
        let opened = try OpenSSL.open(
            Array(row[16...]), nonce: Array(row[1..<13]), authenticating: authenticated, with: KeyRing.symmetric(1))
        #expect(opened == Self.content)
        #expect(row[0] == 1)
    }

    @Test func noTwoHaveANonceInCommon() throws {
        let nonces = try (0..<500).map { _ in Array(try Self.sealed()[1..<13]) }
        #expect(Set(nonces).count == 500)
    }

    @Test func changedBytesAreRefused() throws {
        let right = try Self.sealed()
        let sealer = try Self.sealer()
        Mutations.of(right) { bytes, what in
            #expect(throws: RowRefusal.self, Comment(rawValue: what)) { try sealer.open(bytes, at: Self.place) }
        }
        _ = try sealer.open(right, at: Self.place)
    }

    @Test func noRowStandsInAnothersPlace() throws {
        let right = try Self.sealed()
        let sealer = try Self.sealer()
        Mutations.of(Self.place) { place, what in
            guard (1...255).contains(place.count) else { return }
            #expect(throws: RowRefusal.sealed, Comment(rawValue: what)) { try sealer.open(right, at: place) }
        }
    }

    private static let refusals: [RefusalCase] = [
        RefusalCase("nothing", "row.truncated") { _ = try sealer().open([], at: place) },
        RefusalCase("the end is missing", "row.truncated") { _ = try sealer().open(sealed().dropLast(), at: place) },
        RefusalCase("one byte more", "row.trailing_bytes") { _ = try sealer().open(sealed() + [0], at: place) },
        RefusalCase("no room for a tag", "row.length") {
            _ = try sealer().open(Array(sealed()[..<13]) + [0, 0, 15] + [UInt8](repeating: 0, count: 15), at: place)
        },
        RefusalCase("no place", "row.length") { _ = try sealed(at: []) },
        RefusalCase("a long place", "row.length") { _ = try sealed(at: [UInt8](repeating: 1, count: 256)) },
        RefusalCase("a long place to be opened", "row.length") {
            _ = try sealer().open(sealed(), at: [UInt8](repeating: 1, count: 256))
        },
        RefusalCase("a row that is too long", "row.length") {
            _ = try sealed([UInt8](repeating: 1, count: RowSealer<OpenSSL>.contentByteCountMax + 1))
        },
        RefusalCase("a storage key of 31 bytes", "row.length") {
            _ = try RowSealer<OpenSSL>(storageKey: [UInt8](repeating: 1, count: 31))
        },
        RefusalCase("version 2", "row.version") { _ = try sealer().open([2] + sealed().dropFirst(), at: place) },
        RefusalCase("another storage key", "row.sealed") { _ = try sealer(2).open(sealed(), at: place) },
        RefusalCase("another place", "row.sealed") { _ = try sealer().open(sealed(), at: Array("message 8".utf8)) },
        RefusalCase("a key that cannot be made", "primitive.failed") {
            _ = try RowSealer<BrokenProvider>(storageKey: [UInt8](repeating: 1, count: 32))
        },
        RefusalCase("no randomness", "primitive.failed") {
            _ = try RowSealer<BrokenProvider>(key: KeyRing.symmetric(1)).seal(content, at: place)
        },
    ]

    @Test(arguments: refusals) func refuses(_ refusal: RefusalCase) { refusal.check() }

    @Test func everyCauseIsHit() { expectAllCauses(of: "row", in: Self.refusals) }
}
