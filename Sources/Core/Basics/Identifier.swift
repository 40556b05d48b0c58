/// A 64-bit identifier of one kind of thing: a user's id cannot be passed where a chat's is wanted.
///
/// On the wire it is a decimal string in JSON and a varint in protobuf. Zero names nothing.
public struct Identifier<Kind>: Hashable, Sendable, Comparable {
    public let rawValue: UInt64

    @inlinable
    public init(_ rawValue: UInt64) {
        self.rawValue = rawValue
    }

    @inlinable
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}

public enum UserKind {}
public enum DeviceKind {}
public enum SessionKind {}
public enum ChatKind {}
public enum SocketKind {}

public typealias UserID = Identifier<UserKind>
public typealias DeviceID = Identifier<DeviceKind>
public typealias SessionID = Identifier<SessionKind>
public typealias ChatID = Identifier<ChatKind>
/// One socket of one gateway process, for as long as it is open.
public typealias SocketID = Identifier<SocketKind>
