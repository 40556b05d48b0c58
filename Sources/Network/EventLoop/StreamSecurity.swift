/// What stands between the bytes of a ``StreamConnection`` and those on its wire, and makes them private and authentic.
///
/// Does no I/O and never calls back. Lives on its connection's loop, and for one connection only.
public protocol StreamSecurity: AnyObject {
    /// How long the handshake may take, in nanoseconds, from ``StreamConnection/secure(by:)`` on. Stops peers that
    /// connect and dribble.
    var handshakeNanoseconds: UInt64 { get }
    /// Whether the handshake is done. Before that no plaintext is taken or given.
    var isEstablished: Bool { get }
    /// How the input has ended; nil while it goes on. Once it has, it may still fail, and nothing else.
    var inputEnd: StreamSecurityEnd? { get }
    /// Ciphertext that waits to be sent.
    var outgoingBytes: Int { get }

    /// Begins the handshake. Called once, first.
    func begin()

    /// Takes all of `ciphertext`, which may end anywhere.
    ///
    /// - Parameter plaintext: at least ``StreamConnection/recordBytes`` longer than `ciphertext`, so that what the peer
    ///   has sent always fits: the rest of an earlier record may come out with it.
    /// - Returns: how many bytes of `plaintext` were written. All of them are authentic, also when the input has ended.
    func decrypt(_ ciphertext: UnsafeRawBufferPointer, into plaintext: UnsafeMutableRawBufferPointer) -> Int

    /// Encrypts the front of `plaintext`, at most ``StreamConnection/recordBytes``, as one record.
    ///
    /// - Returns: how many bytes were taken; none means that it has failed for good.
    func encrypt(_ plaintext: UnsafeRawBufferPointer) -> Int

    /// Tells the peer that nothing more comes. Does nothing a second time, or when there is nobody to tell.
    func endOutput()

    /// The wire has ended; sets ``inputEnd`` unless the peer had said before that it would.
    func wireEnded()

    /// Gives ciphertext to send, as much as lies together.
    func withOutgoing(_ body: (UnsafeRawBufferPointer) -> Int) -> Int

    /// The first `count` bytes of the ciphertext have been sent.
    func sent(_ count: Int)
}

/// How the input of a secured connection has ended.
public enum StreamSecurityEnd: Sendable, Equatable {
    /// The peer has said that nothing more comes.
    case closed
    /// The wire has ended without that. Anybody on the way can bring it about, so what came may lack its end.
    case truncated
    case failed(StreamSecurityFailure)
}

/// Why a connection could not be secured, or may not be trusted any longer.
public struct StreamSecurityFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: Sendable, Equatable {
        /// What the peer sent is another protocol.
        case notSecure
        case certificateExpired
        case certificateNotYetValid
        /// The certificate is for other names.
        case wrongName
        /// No chain leads from the certificate to an authority that is trusted here.
        case unknownAuthority
        /// Anything else that is wrong with the certificate.
        case certificateRefused
        /// The two have no version, cipher or application protocol in common.
        case nothingInCommon
        /// The peer has refused, with this alert (RFC 8446 §6.2).
        case refusedByPeer(alert: UInt8)
        /// The peer has ended the connection before the handshake was done.
        case abandoned
        /// The peer has broken the protocol, or somebody has changed its bytes.
        case corrupted
    }

    public let kind: Kind
    /// One sentence for a person: what is wrong, and what to do next.
    public let message: String

    public var description: String { message }

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
