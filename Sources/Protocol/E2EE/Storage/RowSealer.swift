internal import SecureFormat

/// Seals what a device keeps of conversations, row by row, and each row to its place.
///
/// Nonces are random. One storage key seals at most 2^32 rows (NIST SP 800-38D §8.3); a device that writes a thousand a
/// second would get there after fifty days of doing nothing else.
public struct RowSealer<Provider: CryptoProvider>: Sendable {
    /// Of one row.
    public static var contentByteCountMax: Int { SealedRow.sealedByteCounts.upperBound - AES256GCM.tagByteCount }
    /// Of a row's place.
    public static var placeByteCounts: ClosedRange<Int> { 1...255 }

    private let key: Provider.SymmetricKey

    /// With a storage key that the provider has kept: a browser's cannot be exported.
    public init(key: Provider.SymmetricKey) {
        self.key = key
    }

    /// - Parameter storageKey: 32 bytes, as `DeviceKeys` makes and `KeyWrapper` keeps them; others are refused as
    ///   `.malformed(.length)`.
    public init(storageKey: [UInt8]) throws(RowRefusal) {
        guard storageKey.count == AES256GCM.keyByteCount else { throw .malformed(.length) }
        do throws(PrimitiveFailure) {
            key = try Provider.lastingKey(storageKey)
        } catch {
            throw .primitive(error)
        }
    }

    /// - Parameters:
    ///   - content: at most `contentByteCountMax` bytes.
    ///   - place: what the row is and which, in words of the client.
    public func seal(_ content: [UInt8], at place: [UInt8]) throws(RowRefusal) -> [UInt8] {
        guard content.count <= Self.contentByteCountMax else { throw .malformed(.length) }
        let authenticated = try Self.authenticatedBytes(of: place)
        let row: SealedRow
        do throws(PrimitiveFailure) {
            let nonce = try Provider.random(AES256GCM.nonceByteCount)
            row = SealedRow(
                nonce: nonce,
                sealed: try Provider.seal(content, nonce: nonce, authenticating: authenticated, with: key))
        } catch {
            throw .primitive(error)
        }
        do throws(FormatError) {
            return try row.encoded()
        } catch {
            throw .malformed(error)
        }
    }

    public func open(_ bytes: [UInt8], at place: [UInt8]) throws(RowRefusal) -> [UInt8] {
        let row: SealedRow
        do throws(FormatError) {
            row = try SealedRow(decoding: bytes)
        } catch {
            throw .malformed(error)
        }
        let authenticated = try Self.authenticatedBytes(of: place)
        do throws(PrimitiveFailure) {
            return try Provider.open(row.sealed, nonce: row.nonce, authenticating: authenticated, with: key)
        } catch {
            throw .sealed
        }
    }

    /// `RowPlace`.
    private static func authenticatedBytes(of place: [UInt8]) throws(RowRefusal) -> [UInt8] {
        var writer = FormatWriter()
        do throws(FormatError) {
            try writer.label("martlet row v1")
            try writer.opaque(place, placeByteCounts)
        } catch {
            throw .malformed(error)
        }
        return writer.bytes
    }
}
