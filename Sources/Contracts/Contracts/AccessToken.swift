internal import Basics
public import Cryptography
internal import Protobuf
internal import WireProtocol

/// Access tokens: JWT (RFC 7519) signed with ES256, as Identity issues and the Gateway verifies them.
public enum AccessToken {
    /// Seconds that a token lives.
    public static let lifetimeSeconds: UInt32 = 900
    /// Issuer and audience of this server's own tokens.
    public static let issuer = "martlet"
    public static let audience = "martlet"
    /// Longer than any that we issue.
    static let byteCountMax = 2_048

    /// - Parameter now: seconds since 1970.
    public static func issue(
        to caller: Caller, key: ES256PrivateKey, keyID: String, now: UInt32
    ) throws(CryptographyError) -> String {
        let header = AccessTokenHeader(alg: "ES256", typ: "JWT", kid: keyID)
        let claims = AccessTokenClaims(
            iss: issuer, aud: audience, sub: String(caller.userID.rawValue), sid: String(caller.sessionID.rawValue),
            did: String(caller.deviceID.rawValue), iat: now, exp: now + lifetimeSeconds)
        let signed = Base64URL.encode(header.jsonBytes()) + "." + Base64URL.encode(claims.jsonBytes())
        return signed + "." + Base64URL.encode(try key.sign(Array(signed.utf8)))
    }

    /// Why a token is refused.
    public enum Refusal: Error, Sendable {
        /// Not one of ours: its form, algorithm, key, signature, issuer or audience.
        case invalid
        case expired
    }

    /// Verifies form, algorithm, signature, issuer, audience and expiry, in that order: nothing in a token is believed
    /// before its signature.
    ///
    /// - Parameters:
    ///   - keys: by key id.
    ///   - now: seconds since 1970.
    public static func verify(
        _ token: String, keys: [String: ES256PublicKey], now: UInt32
    ) throws(Refusal) -> Caller {
        guard token.utf8.count <= byteCountMax else { throw .invalid }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header: AccessTokenHeader = decode(parts[0]), header.alg == "ES256",
            let key = keys[header.kid], let signature = Base64URL.decode(parts[2]),
            key.verifies(signature, of: Array("\(parts[0]).\(parts[1])".utf8)),
            let claims: AccessTokenClaims = decode(parts[1]), claims.iss == issuer, claims.aud == audience,
            let user = UInt64(claims.sub), let device = UInt64(claims.did), let session = UInt64(claims.sid)
        else { throw .invalid }
        guard now < claims.exp else { throw .expired }
        return Caller(userID: UserID(user), deviceID: DeviceID(device), sessionID: SessionID(session))
    }

    private static func decode<Message: ProtobufMessage>(_ part: Substring) -> Message? {
        guard let bytes = Base64URL.decode(part) else { return nil }
        return try? Message(json: bytes)
    }
}
