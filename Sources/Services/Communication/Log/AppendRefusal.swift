public import Basics
public import WireProtocol

/// Why a command is not taken.
public enum AppendRefusal: Hashable, Sendable {
    /// There is no such chat, or the author was never in it: told the same way, so that nobody learns which chats
    /// exist.
    case noSuchChat
    /// The author has left, or was removed.
    case notMember
    case forbidden
    case directFixed
    /// One of the two in a direct chat has blocked the other: whichever it was.
    case blocked
    /// A block stands between the author and these.
    case mayNotAdd([UserID])
    case tooManyMembers(limit: Int)
    case tooManyDevices(limit: Int)
    case memberWithoutKeys([UserID])
    case noSuchMember
    case nameMustBeEncrypted
    case encryptionRequired
    case plaintextRequired
    case clientIDReused
    /// There is no such entry, the author may not see it, or it is of a kind that this cannot be done to.
    case noSuchMessage(field: String?)
    case messageDeleted
    case notOwn
    case editExpired
    case rosterChanged(version: UInt64, missing: [UInt64], extra: [UInt64])
    case invalid(field: String)

    public var apiError: APIError {
        switch self {
        case .noSuchChat: APIError(.chatNotFound)
        case .notMember: APIError(.chatNotMember)
        case .forbidden: APIError(.chatForbidden)
        case .directFixed: APIError(.chatDirectFixed)
        case .blocked: APIError(.contactBlocked)
        case .mayNotAdd(let users):
            APIError(.contactMayNotAdd, details: ErrorDetails(userIDs: users.map(\.rawValue)))
        case .tooManyMembers(let limit):
            APIError(.chatTooManyMembers, details: ErrorDetails(limit: UInt64(limit)))
        case .tooManyDevices(let limit):
            APIError(.chatTooManyDevices, details: ErrorDetails(limit: UInt64(limit)))
        case .memberWithoutKeys(let users):
            APIError(.chatMemberWithoutKeys, details: ErrorDetails(userIDs: users.map(\.rawValue)))
        case .noSuchMember: APIError(.chatMemberNotFound)
        case .nameMustBeEncrypted: APIError(.chatNameMustBeEncrypted)
        case .encryptionRequired: APIError(.messageEncryptionRequired)
        case .plaintextRequired: APIError(.messagePlaintextRequired)
        case .clientIDReused: APIError(.messageClientIDReused)
        case .noSuchMessage(let field):
            APIError(.messageNotFound, details: field.map { ErrorDetails(field: $0) })
        case .messageDeleted: APIError(.messageDeleted)
        case .notOwn: APIError(.messageNotOwn)
        case .editExpired: APIError(.messageEditExpired)
        case .rosterChanged(let version, let missing, let extra):
            APIError(
                .messageRosterChanged,
                details: ErrorDetails(rosterVersion: version, missing: missing, extra: extra))
        case .invalid(let field): .invalid(field: field)
        }
    }
}
