import Basics
import Contracts

/// In rising order of their ids.
extension Identifier where Kind == UserKind {
    static var ada: UserID { UserID(101) }
    static var ben: UserID { UserID(102) }
    static var cem: UserID { UserID(103) }
    static var dua: UserID { UserID(104) }
    static var eli: UserID { UserID(105) }

    /// On the first device.
    var caller: Caller {
        Caller(userID: self, deviceID: DeviceID(device(1)), sessionID: SessionID(rawValue * 100))
    }

    func device(_ number: UInt64) -> UInt64 { rawValue * 1_000 + number }
}
