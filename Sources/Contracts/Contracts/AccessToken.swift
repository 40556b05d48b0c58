internal import Basics
public import Cryptography
internal import Protobuf
internal import WireProtocol

/// Access tokens: JWT (RFC 7519) signed with ES256, as Identity issues and the Gateway verifies them.
public enum AccessToken {
    /// Seconds that a token lives.
    public static let lifetimeSeconds: UInt32 = 900
    /// Seconds by which the clocks of the server's own machines may differ.
    public static let leewaySeconds: UInt32 = 60
    /// Issuer and audience of this server's own tokens.
    public static let issuer = "martlet"
    public static let audience = "martlet"
    /// Longer than any that we issue.
    static let byteCountMax = 2_048
    private static let algorithm = "ES256"
    private static let type = "JWT"
    private static let dot = UInt8(ascii: ".")

    /// - Parameter now: seconds since 1970.
    public static func issue(
        to caller: Caller, key: ES256PrivateKey, keyID: String, now: UInt32
    ) throws(CryptographyError) -> String {
        let header = AccessTokenHeader(alg: algorithm, typ: type, kid: keyID)
        let claims = AccessTokenClaims(
            iss: issuer, aud: audience, sub: String(caller.userID.rawValue), sid: String(caller.sessionID.rawValue),
            did: String(caller.deviceID.rawValue), iat: now, exp: now + lifetimeSeconds)
        let signed = Base64URL.encode(header.jsonBytes()) + "." + Base64URL.encode(claims.jsonBytes())
        return signed + "." + Base64URL.encode(try key.sign(Array(signed.utf8)))
    }

    /// Why a token is refused.
    public enum Refusal: Error, Sendable {
        /// Not one of ours: its form, algorithm, key, signature, issuer, audience or times.
        case invalid
        case expired
    }

    /// A token that was verified.
    public struct Verified: Equatable, Sendable {
        public let caller: Caller
        /// Seconds since 1970; from then on it is expired.
        public let expiresAt: UInt32
    }

    /// The id of the key that a token says it was signed with; nil when it is no token. Nothing that it says is proved.
    public static func keyID(of token: String) -> String? {
        guard token.utf8.count <= byteCountMax else { return nil }
        let header: AccessTokenHeader? = decode(Array(token.utf8).prefix { $0 != dot })
        return header?.kid
    }

    /// Verifies form, algorithm, signature, issuer, audience and times, in that order: nothing in a token is believed
    /// before its signature.
    ///
    /// Header and claims are taken only as `issue` writes them: another member, one that comes twice, or a critical
    /// extension (RFC 7515 §4.1.11) is not read in one way here and in another elsewhere, but refused.
    ///
    /// - Parameters:
    ///   - keys: by key id.
    ///   - now: seconds since 1970.
    public static func verify(
        _ token: String, keys: [String: ES256PublicKey], now: UInt32
    ) throws(Refusal) -> Verified {
        guard token.utf8.count <= byteCountMax else { throw .invalid }
        let bytes = Array(token.utf8)
        let parts = bytes.split(separator: dot, omittingEmptySubsequences: false)
        guard parts.count == 3, let header: AccessTokenHeader = decode(parts[0]), header.alg == algorithm,
            header.typ == type, let key = keys[header.kid], let signature = Base64URL.decode(parts[2]),
            key.verifies(signature, of: Array(bytes[..<parts[1].endIndex])),
            let claims: AccessTokenClaims = decode(parts[1]), claims.iss == issuer, claims.aud == audience,
            let user = UInt64(claims.sub), let device = UInt64(claims.did), let session = UInt64(claims.sid),
            claims.iat < claims.exp, UInt64(claims.iat) <= UInt64(now) + UInt64(leewaySeconds)
        else { throw .invalid }
        guard now < claims.exp else { throw .expired }
        return Verified(
            caller: Caller(userID: UserID(user), deviceID: DeviceID(device), sessionID: SessionID(session)),
            expiresAt: claims.exp)
    }

    private static func decode<Message: ProtobufMessage>(_ part: ArraySlice<UInt8>) -> Message? {
        guard let bytes = Base64URL.decode(part), let message = try? Message(json: bytes),
            message.jsonBytes() == bytes
        else { return nil }
        return message
    }
}
