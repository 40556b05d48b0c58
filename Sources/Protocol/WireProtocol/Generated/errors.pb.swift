// Generated from martlet/v1/errors.proto by protoc-gen-martlet. Do not edit: see dev/generate-proto.sh.
public import Protobuf

public struct ErrorCode: ProtobufEnum {
    public static let `internal` = Self(rawValue: 0)
    public static let requestInvalid = Self(rawValue: 1)
    public static let requestTooLarge = Self(rawValue: 2)
    public static let routeNotFound = Self(rawValue: 3)
    public static let methodNotAllowed = Self(rawValue: 4)
    public static let serverOverloaded = Self(rawValue: 5)
    public static let serverStorage = Self(rawValue: 6)
    public static let frameInvalid = Self(rawValue: 7)
    public static let rateLimited = Self(rawValue: 8)
    public static let authRequired = Self(rawValue: 20)
    public static let authExpired = Self(rawValue: 21)
    public static let authInvalid = Self(rawValue: 22)
    public static let authCredentials = Self(rawValue: 23)
    /// 24 to 39: sessions.
    public static let authRevoked = Self(rawValue: 24)
    public static let authRefreshInvalid = Self(rawValue: 25)
    public static let authCrossSite = Self(rawValue: 26)
    public static let authUnavailable = Self(rawValue: 27)
    public static let sessionNotFound = Self(rawValue: 28)
    public static let userNotFound = Self(rawValue: 40)
    public static let userEmailTaken = Self(rawValue: 41)
    public static let userUsernameTaken = Self(rawValue: 42)
    public static let deviceNotFound = Self(rawValue: 43)
    /// 44 to 59: people and contacts.
    public static let userNotOwn = Self(rawValue: 44)
    public static let contactNotFound = Self(rawValue: 45)
    public static let contactBlocked = Self(rawValue: 46)
    public static let contactTooMany = Self(rawValue: 47)
    public static let contactNotRequested = Self(rawValue: 48)
    public static let contactMayNotAdd = Self(rawValue: 49)
    public static let settingsVersionConflict = Self(rawValue: 50)
    public static let chatNotFound = Self(rawValue: 60)
    public static let chatNotMember = Self(rawValue: 61)
    public static let chatTooManyMembers = Self(rawValue: 62)
    public static let chatNameMustBeEncrypted = Self(rawValue: 63)
    public static let chatForbidden = Self(rawValue: 64)
    public static let chatDirectFixed = Self(rawValue: 65)
    public static let chatTooManyDevices = Self(rawValue: 66)
    public static let chatMemberWithoutKeys = Self(rawValue: 67)
    public static let chatMemberNotFound = Self(rawValue: 68)
    public static let messageEncryptionRequired = Self(rawValue: 80)
    public static let messagePlaintextRequired = Self(rawValue: 81)
    public static let messageClientIDReused = Self(rawValue: 82)
    public static let messageTooLarge = Self(rawValue: 83)
    public static let messageNotFound = Self(rawValue: 84)
    public static let messageDeleted = Self(rawValue: 85)
    public static let messageNotOwn = Self(rawValue: 86)
    public static let messageEditExpired = Self(rawValue: 87)
    public static let messageRosterChanged = Self(rawValue: 88)
    public static let keysAccountExists = Self(rawValue: 100)
    public static let keysAccountMissing = Self(rawValue: 101)
    public static let keysDeviceExists = Self(rawValue: 102)
    public static let keysDeviceMissing = Self(rawValue: 103)
    public static let keysCertificateInvalid = Self(rawValue: 104)
    public static let keysTooManyDevices = Self(rawValue: 105)
    public static let deviceLinkNotFound = Self(rawValue: 106)
    public static let deviceLinkAnswered = Self(rawValue: 107)
    public static let deviceTooManyLinks = Self(rawValue: 108)
    public static let backupNotFound = Self(rawValue: 109)
    public static let backupVersionConflict = Self(rawValue: 110)
    public static let backupTooLarge = Self(rawValue: 111)

    /// Every value that this build knows, in the order of the contract.
    public static let allKnown: [Self] = [
        .`internal`,
        .requestInvalid,
        .requestTooLarge,
        .routeNotFound,
        .methodNotAllowed,
        .serverOverloaded,
        .serverStorage,
        .frameInvalid,
        .rateLimited,
        .authRequired,
        .authExpired,
        .authInvalid,
        .authCredentials,
        .authRevoked,
        .authRefreshInvalid,
        .authCrossSite,
        .authUnavailable,
        .sessionNotFound,
        .userNotFound,
        .userEmailTaken,
        .userUsernameTaken,
        .deviceNotFound,
        .userNotOwn,
        .contactNotFound,
        .contactBlocked,
        .contactTooMany,
        .contactNotRequested,
        .contactMayNotAdd,
        .settingsVersionConflict,
        .chatNotFound,
        .chatNotMember,
        .chatTooManyMembers,
        .chatNameMustBeEncrypted,
        .chatForbidden,
        .chatDirectFixed,
        .chatTooManyDevices,
        .chatMemberWithoutKeys,
        .chatMemberNotFound,
        .messageEncryptionRequired,
        .messagePlaintextRequired,
        .messageClientIDReused,
        .messageTooLarge,
        .messageNotFound,
        .messageDeleted,
        .messageNotOwn,
        .messageEditExpired,
        .messageRosterChanged,
        .keysAccountExists,
        .keysAccountMissing,
        .keysDeviceExists,
        .keysDeviceMissing,
        .keysCertificateInvalid,
        .keysTooManyDevices,
        .deviceLinkNotFound,
        .deviceLinkAnswered,
        .deviceTooManyLinks,
        .backupNotFound,
        .backupVersionConflict,
        .backupTooLarge,
    ]

    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public init?(wireName: UnsafeRawBufferPointer) {
        switch wireName.count {
        case 12:
            if JSONReader.matches(wireName, "rate.limited") {
                self.init(rawValue: 8)
                return
            }
            if JSONReader.matches(wireName, "auth.expired") {
                self.init(rawValue: 21)
                return
            }
            if JSONReader.matches(wireName, "auth.invalid") {
                self.init(rawValue: 22)
                return
            }
            if JSONReader.matches(wireName, "auth.revoked") {
                self.init(rawValue: 24)
                return
            }
            if JSONReader.matches(wireName, "user.not_own") {
                self.init(rawValue: 44)
                return
            }
        case 13:
            if JSONReader.matches(wireName, "frame.invalid") {
                self.init(rawValue: 7)
                return
            }
            if JSONReader.matches(wireName, "auth.required") {
                self.init(rawValue: 20)
                return
            }
        case 14:
            if JSONReader.matches(wireName, "user.not_found") {
                self.init(rawValue: 40)
                return
            }
            if JSONReader.matches(wireName, "chat.not_found") {
                self.init(rawValue: 60)
                return
            }
            if JSONReader.matches(wireName, "chat.forbidden") {
                self.init(rawValue: 64)
                return
            }
        case 15:
            if JSONReader.matches(wireName, "server.internal") {
                self.init(rawValue: 0)
                return
            }
            if JSONReader.matches(wireName, "request.invalid") {
                self.init(rawValue: 1)
                return
            }
            if JSONReader.matches(wireName, "route.not_found") {
                self.init(rawValue: 3)
                return
            }
            if JSONReader.matches(wireName, "auth.cross_site") {
                self.init(rawValue: 26)
                return
            }
            if JSONReader.matches(wireName, "contact.blocked") {
                self.init(rawValue: 46)
                return
            }
            if JSONReader.matches(wireName, "chat.not_member") {
                self.init(rawValue: 61)
                return
            }
            if JSONReader.matches(wireName, "message.deleted") {
                self.init(rawValue: 85)
                return
            }
            if JSONReader.matches(wireName, "message.not_own") {
                self.init(rawValue: 86)
                return
            }
        case 16:
            if JSONReader.matches(wireName, "auth.unavailable") {
                self.init(rawValue: 27)
                return
            }
            if JSONReader.matches(wireName, "user.email_taken") {
                self.init(rawValue: 41)
                return
            }
            if JSONReader.matches(wireName, "device.not_found") {
                self.init(rawValue: 43)
                return
            }
            if JSONReader.matches(wireName, "contact.too_many") {
                self.init(rawValue: 47)
                return
            }
            if JSONReader.matches(wireName, "backup.not_found") {
                self.init(rawValue: 109)
                return
            }
            if JSONReader.matches(wireName, "backup.too_large") {
                self.init(rawValue: 111)
                return
            }
        case 17:
            if JSONReader.matches(wireName, "request.too_large") {
                self.init(rawValue: 2)
                return
            }
            if JSONReader.matches(wireName, "server.overloaded") {
                self.init(rawValue: 5)
                return
            }
            if JSONReader.matches(wireName, "session.not_found") {
                self.init(rawValue: 28)
                return
            }
            if JSONReader.matches(wireName, "contact.not_found") {
                self.init(rawValue: 45)
                return
            }
            if JSONReader.matches(wireName, "chat.direct_fixed") {
                self.init(rawValue: 65)
                return
            }
            if JSONReader.matches(wireName, "message.too_large") {
                self.init(rawValue: 83)
                return
            }
            if JSONReader.matches(wireName, "message.not_found") {
                self.init(rawValue: 84)
                return
            }
        case 18:
            if JSONReader.matches(wireName, "keys.device_exists") {
                self.init(rawValue: 102)
                return
            }
        case 19:
            if JSONReader.matches(wireName, "user.username_taken") {
                self.init(rawValue: 42)
                return
            }
            if JSONReader.matches(wireName, "contact.may_not_add") {
                self.init(rawValue: 49)
                return
            }
            if JSONReader.matches(wireName, "keys.account_exists") {
                self.init(rawValue: 100)
                return
            }
            if JSONReader.matches(wireName, "keys.device_missing") {
                self.init(rawValue: 103)
                return
            }
        case 20:
            if JSONReader.matches(wireName, "auth.refresh_invalid") {
                self.init(rawValue: 25)
                return
            }
            if JSONReader.matches(wireName, "message.edit_expired") {
                self.init(rawValue: 87)
                return
            }
            if JSONReader.matches(wireName, "keys.account_missing") {
                self.init(rawValue: 101)
                return
            }
            if JSONReader.matches(wireName, "device.link_answered") {
                self.init(rawValue: 107)
                return
            }
        case 21:
            if JSONReader.matches(wireName, "server.storage_failed") {
                self.init(rawValue: 6)
                return
            }
            if JSONReader.matches(wireName, "contact.not_requested") {
                self.init(rawValue: 48)
                return
            }
            if JSONReader.matches(wireName, "chat.too_many_members") {
                self.init(rawValue: 62)
                return
            }
            if JSONReader.matches(wireName, "chat.too_many_devices") {
                self.init(rawValue: 66)
                return
            }
            if JSONReader.matches(wireName, "chat.member_not_found") {
                self.init(rawValue: 68)
                return
            }
            if JSONReader.matches(wireName, "keys.too_many_devices") {
                self.init(rawValue: 105)
                return
            }
            if JSONReader.matches(wireName, "device.link_not_found") {
                self.init(rawValue: 106)
                return
            }
            if JSONReader.matches(wireName, "device.too_many_links") {
                self.init(rawValue: 108)
                return
            }
        case 22:
            if JSONReader.matches(wireName, "message.roster_changed") {
                self.init(rawValue: 88)
                return
            }
        case 23:
            if JSONReader.matches(wireName, "backup.version_conflict") {
                self.init(rawValue: 110)
                return
            }
        case 24:
            if JSONReader.matches(wireName, "route.method_not_allowed") {
                self.init(rawValue: 4)
                return
            }
            if JSONReader.matches(wireName, "auth.credentials_invalid") {
                self.init(rawValue: 23)
                return
            }
            if JSONReader.matches(wireName, "chat.member_without_keys") {
                self.init(rawValue: 67)
                return
            }
            if JSONReader.matches(wireName, "message.client_id_reused") {
                self.init(rawValue: 82)
                return
            }
            if JSONReader.matches(wireName, "keys.certificate_invalid") {
                self.init(rawValue: 104)
                return
            }
        case 25:
            if JSONReader.matches(wireName, "settings.version_conflict") {
                self.init(rawValue: 50)
                return
            }
        case 26:
            if JSONReader.matches(wireName, "message.plaintext_required") {
                self.init(rawValue: 81)
                return
            }
        case 27:
            if JSONReader.matches(wireName, "chat.name_must_be_encrypted") {
                self.init(rawValue: 63)
                return
            }
            if JSONReader.matches(wireName, "message.encryption_required") {
                self.init(rawValue: 80)
                return
            }
        default: break
        }
        return nil
    }

    public var wireName: StaticString? {
        switch rawValue {
        case 0: "server.internal"
        case 1: "request.invalid"
        case 2: "request.too_large"
        case 3: "route.not_found"
        case 4: "route.method_not_allowed"
        case 5: "server.overloaded"
        case 6: "server.storage_failed"
        case 7: "frame.invalid"
        case 8: "rate.limited"
        case 20: "auth.required"
        case 21: "auth.expired"
        case 22: "auth.invalid"
        case 23: "auth.credentials_invalid"
        case 24: "auth.revoked"
        case 25: "auth.refresh_invalid"
        case 26: "auth.cross_site"
        case 27: "auth.unavailable"
        case 28: "session.not_found"
        case 40: "user.not_found"
        case 41: "user.email_taken"
        case 42: "user.username_taken"
        case 43: "device.not_found"
        case 44: "user.not_own"
        case 45: "contact.not_found"
        case 46: "contact.blocked"
        case 47: "contact.too_many"
        case 48: "contact.not_requested"
        case 49: "contact.may_not_add"
        case 50: "settings.version_conflict"
        case 60: "chat.not_found"
        case 61: "chat.not_member"
        case 62: "chat.too_many_members"
        case 63: "chat.name_must_be_encrypted"
        case 64: "chat.forbidden"
        case 65: "chat.direct_fixed"
        case 66: "chat.too_many_devices"
        case 67: "chat.member_without_keys"
        case 68: "chat.member_not_found"
        case 80: "message.encryption_required"
        case 81: "message.plaintext_required"
        case 82: "message.client_id_reused"
        case 83: "message.too_large"
        case 84: "message.not_found"
        case 85: "message.deleted"
        case 86: "message.not_own"
        case 87: "message.edit_expired"
        case 88: "message.roster_changed"
        case 100: "keys.account_exists"
        case 101: "keys.account_missing"
        case 102: "keys.device_exists"
        case 103: "keys.device_missing"
        case 104: "keys.certificate_invalid"
        case 105: "keys.too_many_devices"
        case 106: "device.link_not_found"
        case 107: "device.link_answered"
        case 108: "device.too_many_links"
        case 109: "backup.not_found"
        case 110: "backup.version_conflict"
        case 111: "backup.too_large"
        default: nil
        }
    }

    /// The HTTP status that goes with the code; 500 for a code that this build does not know.
    public var httpStatus: Int {
        switch rawValue {
        case 0: 500
        case 1: 400
        case 2: 413
        case 3: 404
        case 4: 405
        case 5: 503
        case 6: 503
        case 7: 400
        case 8: 429
        case 20: 401
        case 21: 401
        case 22: 401
        case 23: 401
        case 24: 401
        case 25: 401
        case 26: 403
        case 27: 503
        case 28: 404
        case 40: 404
        case 41: 409
        case 42: 409
        case 43: 404
        case 44: 403
        case 45: 404
        case 46: 403
        case 47: 409
        case 48: 409
        case 49: 403
        case 50: 409
        case 60: 404
        case 61: 403
        case 62: 409
        case 63: 400
        case 64: 403
        case 65: 409
        case 66: 409
        case 67: 409
        case 68: 404
        case 80: 400
        case 81: 400
        case 82: 409
        case 83: 413
        case 84: 404
        case 85: 409
        case 86: 403
        case 87: 409
        case 88: 409
        case 100: 409
        case 101: 409
        case 102: 409
        case 103: 409
        case 104: 400
        case 105: 409
        case 106: 404
        case 107: 409
        case 108: 409
        case 109: 404
        case 110: 409
        case 111: 413
        default: 500
        }
    }

    /// The status of gRPC that goes with the code.
    public var grpcStatus: Int {
        switch rawValue {
        case 0: 13
        case 1: 3
        case 2: 11
        case 3: 5
        case 4: 12
        case 5: 14
        case 6: 14
        case 7: 3
        case 8: 8
        case 20: 16
        case 21: 16
        case 22: 16
        case 23: 16
        case 24: 16
        case 25: 16
        case 26: 7
        case 27: 14
        case 28: 5
        case 40: 5
        case 41: 9
        case 42: 9
        case 43: 5
        case 44: 7
        case 45: 5
        case 46: 7
        case 47: 9
        case 48: 9
        case 49: 7
        case 50: 9
        case 60: 5
        case 61: 7
        case 62: 9
        case 63: 3
        case 64: 7
        case 65: 9
        case 66: 9
        case 67: 9
        case 68: 5
        case 80: 3
        case 81: 3
        case 82: 9
        case 83: 11
        case 84: 5
        case 85: 9
        case 86: 7
        case 87: 9
        case 88: 9
        case 100: 9
        case 101: 9
        case 102: 9
        case 103: 9
        case 104: 3
        case 105: 9
        case 106: 5
        case 107: 9
        case 108: 9
        case 109: 5
        case 110: 9
        case 111: 11
        default: 13
        }
    }

    /// Whether the same request, unchanged, may succeed later.
    public var isRetryable: Bool {
        switch rawValue {
        case 0, 5, 6, 8, 27: true
        default: false
        }
    }

    /// What went wrong and what to do next, for people. Empty for a code that this build does not know.
    public var summary: String {
        switch rawValue {
        case 0:
            "The server failed to do this. Try again; if it goes on, give the request id to the operator."
        case 1:
            "The request is not well formed. Correct the field that is named and send it again."
        case 2:
            "The request is larger than the server takes. Send less at once."
        case 3:
            "There is nothing at this address. See the protocol documentation for the calls there are."
        case 4:
            "This address does not take that method. See the Allow header."
        case 5:
            "The server has more to do than it can. Wait for the time given and send the same again."
        case 6:
            "The server could not store this. Nothing was changed; send the same again later."
        case 7:
            "The frame is not one that the server knows. Check its type and payload."
        case 8:
            "Too much at once. Wait for the time given."
        case 20:
            "Log in and send the access token."
        case 21:
            "The access token has expired. Refresh it or log in again."
        case 22:
            "The access token is not one of this server's. Log in again."
        case 23:
            "The login or the password is wrong."
        case 24:
            "The session has ended. Log in again."
        case 25:
            "The refresh token is not one of this server's. Log in again."
        case 26:
            "The cookie counts for pages of this server only. Send the refresh token in the body."
        case 27:
            "The server cannot tell at the moment which sessions have ended. Wait for the time given and send the same again."
        case 28:
            "This account has no such session."
        case 40:
            "There is no such user."
        case 41:
            "An account with this e-mail address exists. Log in instead."
        case 42:
            "This user name is taken. Choose another."
        case 43:
            "This account has no such device. Log in without a device id to make one."
        case 44:
            "Only their owner may see or change these. Use your own user id."
        case 45:
            "This person is not in your list of contacts."
        case 46:
            "One of you has blocked the other. If it was you, unblock them first."
        case 47:
            "One of the two has as many contacts, requests or blocks as there may be. Remove some first."
        case 48:
            "This person has not asked to be a contact, so there is nothing to accept. Send a request instead."
        case 49:
            "These people do not let you add them to chats."
        case 50:
            "The settings were changed meanwhile. Read them again and send your change under their version."
        case 60:
            "There is no such chat, or you are not in it."
        case 61:
            "You are no longer a member of this chat."
        case 62:
            "The chat would have more members than its kind may have."
        case 63:
            "The name of an end-to-end encrypted chat is an encrypted entry. Send the chat without a name."
        case 64:
            "Your role in this chat does not allow this. Ask an admin or the owner of the chat."
        case 65:
            "A direct chat always has its two members and no name. Make a group instead."
        case 66:
            "The members would have more devices than an end-to-end encrypted chat may have. Add fewer people."
        case 67:
            "A member has no device that can read encrypted messages yet. Wait until they have set one up, or remove them."
        case 68:
            "This person is not in the chat."
        case 80:
            "This chat is end-to-end encrypted and takes no plain text. Seal the message on the device."
        case 81:
            "The server must be able to read this chat. Send the message as text."
        case 82:
            "This client id was used for another message. Choose a new one."
        case 83:
            "The content is larger than a message may be. Send it as a file."
        case 84:
            "There is no such message that you may see or do this to."
        case 85:
            "The message has been deleted."
        case 86:
            "Only who wrote this may do that."
        case 87:
            "The message is too old to be edited. Write a new one."
        case 88:
            "The devices in this chat have changed. Check their certificates, seal the message again for them, and send it under the same client id."
        case 100:
            "This account has an identity key that cannot be written over. Use it, or reset it to another one."
        case 101:
            "This account has no identity key yet. Publish one first."
        case 102:
            "This device has published its keys, which cannot be written over. Log in as a new device to use others."
        case 103:
            "Only a device that has published its keys may do this."
        case 104:
            "The certificate does not certify these keys for this device and account. See the field that is named."
        case 105:
            "This account has as many devices with keys as it may have. Remove one that is no longer used."
        case 106:
            "No such device waits to be approved, or it has waited for too long. Start again on the new device."
        case 107:
            "Another answer was given to this device. Start again on the new device."
        case 108:
            "Too many devices of this account wait to be approved. Approve or remove one."
        case 109:
            "This account has no backup."
        case 110:
            "Another device has changed the backup. Read it, and store what you have on top of it."
        case 111:
            "The backup is larger than the server takes."
        default: ""
        }
    }
}

/// What exactly was wrong; only what applies is there.
public struct ErrorDetails: ProtobufMessage {
    /// The field of the request, in JSON spelling.
    public var field: String?
    /// The largest value that is taken.
    public var limit: UInt64?
    /// With message.roster_changed: the version that is current, the devices for which a key is missing, and those for which
    /// there is one too many.
    public var rosterVersion: UInt64?
    public var missing: [UInt64] = []
    public var extra: [UInt64] = []
    /// With chat.member_without_keys and contact.may_not_add: these people.
    public var userIDs: [UInt64] = []
    /// With backup.version_conflict: the version that is current, 0 when there is no backup.
    public var version: UInt64?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        field: String? = nil,
        limit: UInt64? = nil,
        rosterVersion: UInt64? = nil,
        missing: [UInt64] = [],
        extra: [UInt64] = [],
        userIDs: [UInt64] = [],
        version: UInt64? = nil
    ) {
        self.field = field
        self.limit = limit
        self.rosterVersion = rosterVersion
        self.missing = missing
        self.extra = extra
        self.userIDs = userIDs
        self.version = version
    }
}

extension ErrorDetails {
    public static let protobufName: StaticString = "martlet.v1.ErrorDetails"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10: self.field = try reader.readString()
                case 16: limit = try reader.readUInt64()
                case 24: rosterVersion = try reader.readUInt64()
                case 32: missing.append(try reader.readUInt64())
                case 34:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { missing.append(try reader.readUInt64()) }
                    reader.leave(outer)
                case 40: extra.append(try reader.readUInt64())
                case 42:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { extra.append(try reader.readUInt64()) }
                    reader.leave(outer)
                case 48: userIDs.append(try reader.readUInt64())
                case 50:
                    let outer = try reader.enter()
                    while !reader.isAtEnd { userIDs.append(try reader.readUInt64()) }
                    reader.leave(outer)
                case 80: version = try reader.readUInt64()
                default: try reader.readUnknown(tag, from: start, into: &unknownFields)
                }
                tag = 0
            }
        } catch {
            throw error.inside(Self.jsonName(of: tag >> 3))
        }
    }

    public func write(to writer: inout BinaryWriter) {
        writer.append(unknownFields)
        if let value = version {
            writer.writeUInt64(value)
            writer.writeTag(80)
        }
        if !userIDs.isEmpty {
            let before = writer.count
            for value in userIDs.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(50)
        }
        if !extra.isEmpty {
            let before = writer.count
            for value in extra.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(42)
        }
        if !missing.isEmpty {
            let before = writer.count
            for value in missing.reversed() { writer.writeUInt64(value) }
            writer.writeLength(since: before)
            writer.writeTag(34)
        }
        if let value = rosterVersion {
            writer.writeUInt64(value)
            writer.writeTag(24)
        }
        if let value = limit {
            writer.writeUInt64(value)
            writer.writeTag(16)
        }
        if let value = self.field {
            writer.writeString(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "field"
        case 2: "limit"
        case 3: "rosterVersion"
        case 4: "missing"
        case 5: "extra"
        case 6: "userIds"
        case 10: "version"
        default: nil
        }
    }
}

extension ErrorDetails {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: self.field = try reader.readNull() ? nil : reader.readString()
                case 2: limit = try reader.readNull() ? nil : reader.readUInt64()
                case 3: rosterVersion = try reader.readNull() ? nil : reader.readUInt64()
                case 4:
                    missing = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            missing.append(try reader.readUInt64())
                        }
                    }
                case 5:
                    extra = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            extra.append(try reader.readUInt64())
                        }
                    }
                case 6:
                    userIDs = []
                    if try !reader.readNull() {
                        try reader.beginArray()
                        while try reader.nextElement() {
                            userIDs.append(try reader.readUInt64())
                        }
                    }
                case 10: version = try reader.readNull() ? nil : reader.readUInt64()
                default: try reader.skipValue()
                }
                field = 0
            }
        } catch {
            throw error.inside(Self.jsonName(of: field))
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        if let value = self.field {
            writer.writeKey("field")
            writer.writeString(value)
        }
        if let value = limit {
            writer.writeKey("limit")
            writer.writeUInt64(value)
        }
        if let value = rosterVersion {
            writer.writeKey("rosterVersion")
            writer.writeUInt64(value)
        }
        if !missing.isEmpty {
            writer.writeKey("missing")
            writer.beginArray()
            for value in missing {
                writer.writeSeparator()
                writer.writeUInt64(value)
            }
            writer.endArray()
        }
        if !extra.isEmpty {
            writer.writeKey("extra")
            writer.beginArray()
            for value in extra {
                writer.writeSeparator()
                writer.writeUInt64(value)
            }
            writer.endArray()
        }
        if !userIDs.isEmpty {
            writer.writeKey("userIds")
            writer.beginArray()
            for value in userIDs {
                writer.writeSeparator()
                writer.writeUInt64(value)
            }
            writer.endArray()
        }
        if let value = version {
            writer.writeKey("version")
            writer.writeUInt64(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "field") { return 1 }
            if JSONReader.matches(key, "limit") { return 2 }
            if JSONReader.matches(key, "extra") { return 5 }
        case 7:
            if JSONReader.matches(key, "missing") { return 4 }
            if JSONReader.matches(key, "userIds") { return 6 }
            if JSONReader.matches(key, "version") { return 10 }
        case 8:
            if JSONReader.matches(key, "user_ids") { return 6 }
        case 13:
            if JSONReader.matches(key, "rosterVersion") { return 3 }
        case 14:
            if JSONReader.matches(key, "roster_version") { return 3 }
        default: break
        }
        return 0
    }
}

/// The error of a call: `error` in HTTP answers, the payload of `error` frames.
public struct ErrorBody: ProtobufMessage {
    public var code: ErrorCode = ErrorCode(rawValue: 0)
    public var message: String = ""
    public var details: ErrorDetails?
    public var retryAfterMs: UInt32?
    /// In sockets only; over HTTP it stands beside the error.
    public var requestID: String?
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(
        code: ErrorCode = ErrorCode(rawValue: 0),
        message: String = "",
        details: ErrorDetails? = nil,
        retryAfterMs: UInt32? = nil,
        requestID: String? = nil
    ) {
        self.code = code
        self.message = message
        self.details = details
        self.retryAfterMs = retryAfterMs
        self.requestID = requestID
    }
}

extension ErrorBody {
    public static let protobufName: StaticString = "martlet.v1.ErrorBody"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 8: code = try reader.readEnum(ErrorCode.self)
                case 18: message = try reader.readString()
                case 26:
                    var value = details ?? ErrorDetails()
                    try reader.readMessage(into: &value)
                    details = value
                case 32: retryAfterMs = try reader.readUInt32()
                case 42: requestID = try reader.readString()
                default: try reader.readUnknown(tag, from: start, into: &unknownFields)
                }
                tag = 0
            }
        } catch {
            throw error.inside(Self.jsonName(of: tag >> 3))
        }
    }

    public func write(to writer: inout BinaryWriter) {
        writer.append(unknownFields)
        if let value = requestID {
            writer.writeString(value)
            writer.writeTag(42)
        }
        if let value = retryAfterMs {
            writer.writeUInt32(value)
            writer.writeTag(32)
        }
        if let value = details {
            writer.writeMessage(value)
            writer.writeTag(26)
        }
        if !message.isEmpty {
            writer.writeString(message)
            writer.writeTag(18)
        }
        if code.rawValue != 0 {
            writer.writeEnum(code)
            writer.writeTag(8)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "code"
        case 2: "message"
        case 3: "details"
        case 4: "retryAfterMs"
        case 5: "requestId"
        default: nil
        }
    }
}

extension ErrorBody {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: code = try reader.readNull() ? .init(rawValue: 0) : reader.readEnum(ErrorCode.self)
                case 2: message = try reader.readNull() ? "" : reader.readString()
                case 3: details = try reader.readNull() ? nil : reader.readMessage(ErrorDetails.self)
                case 4: retryAfterMs = try reader.readNull() ? nil : reader.readUInt32()
                case 5: requestID = try reader.readNull() ? nil : reader.readString()
                default: try reader.skipValue()
                }
                field = 0
            }
        } catch {
            throw error.inside(Self.jsonName(of: field))
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.writeKey("code")
        writer.writeEnum(code)
        writer.writeKey("message")
        writer.writeString(message)
        if let value = details {
            writer.writeKey("details")
            writer.writeMessage(value)
        }
        if let value = retryAfterMs {
            writer.writeKey("retryAfterMs")
            writer.writeUInt32(value)
        }
        if let value = requestID {
            writer.writeKey("requestId")
            writer.writeString(value)
        }
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 4:
            if JSONReader.matches(key, "code") { return 1 }
        case 7:
            if JSONReader.matches(key, "message") { return 2 }
            if JSONReader.matches(key, "details") { return 3 }
        case 9:
            if JSONReader.matches(key, "requestId") { return 5 }
        case 10:
            if JSONReader.matches(key, "request_id") { return 5 }
        case 12:
            if JSONReader.matches(key, "retryAfterMs") { return 4 }
        case 14:
            if JSONReader.matches(key, "retry_after_ms") { return 4 }
        default: break
        }
        return 0
    }
}

/// The body of every failed HTTP call.
public struct ErrorResponse: ProtobufMessage {
    public var error: ErrorBody?
    public var requestID: String = ""
    /// Fields that this build does not know, in the binary encoding.
    public var unknownFields: [UInt8] = []

    public init() {}

    public init(error: ErrorBody? = nil, requestID: String = "") {
        self.error = error
        self.requestID = requestID
    }
}

extension ErrorResponse {
    public static let protobufName: StaticString = "martlet.v1.ErrorResponse"

    public mutating func merge(from reader: inout BinaryReader) throws(ProtobufError) {
        var tag: UInt32 = 0
        do throws(ProtobufError) {
            while !reader.isAtEnd {
                let start = reader.position
                tag = try reader.readTag()
                switch tag {
                case 10:
                    var value = self.error ?? ErrorBody()
                    try reader.readMessage(into: &value)
                    self.error = value
                case 18: requestID = try reader.readString()
                default: try reader.readUnknown(tag, from: start, into: &unknownFields)
                }
                tag = 0
            }
        } catch {
            throw error.inside(Self.jsonName(of: tag >> 3))
        }
    }

    public func write(to writer: inout BinaryWriter) {
        writer.append(unknownFields)
        if !requestID.isEmpty {
            writer.writeString(requestID)
            writer.writeTag(18)
        }
        if let value = self.error {
            writer.writeMessage(value)
            writer.writeTag(10)
        }
    }

    private static func jsonName(of field: UInt32) -> StaticString? {
        switch field {
        case 1: "error"
        case 2: "requestId"
        default: nil
        }
    }
}

extension ErrorResponse {
    public mutating func mergeJSON(from reader: inout JSONReader) throws(ProtobufError) {
        var field: UInt32 = 0
        do throws(ProtobufError) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                field = Self.jsonField(named: key)
                switch field {
                case 1: self.error = try reader.readNull() ? nil : reader.readMessage(ErrorBody.self)
                case 2: requestID = try reader.readNull() ? "" : reader.readString()
                default: try reader.skipValue()
                }
                field = 0
            }
        } catch {
            throw error.inside(Self.jsonName(of: field))
        }
    }

    public func writeJSON(to writer: inout JSONWriter) {
        writer.beginObject()
        if let value = self.error {
            writer.writeKey("error")
            writer.writeMessage(value)
        }
        writer.writeKey("requestId")
        writer.writeString(requestID)
        writer.endObject()
    }

    private static func jsonField(named key: UnsafeRawBufferPointer) -> UInt32 {
        switch key.count {
        case 5:
            if JSONReader.matches(key, "error") { return 1 }
        case 9:
            if JSONReader.matches(key, "requestId") { return 2 }
        case 10:
            if JSONReader.matches(key, "request_id") { return 2 }
        default: break
        }
        return 0
    }
}
