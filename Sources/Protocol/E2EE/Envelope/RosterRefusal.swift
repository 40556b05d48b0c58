public import SecureFormat

/// Why nothing is sealed for these devices.
public enum RosterRefusal: Refusal {
    /// More than `Roster.deviceCountMax`.
    case tooManyDevices
    case duplicateDevice(UInt64)
    /// No identity key is known of its account.
    case certificateMissing(UInt64)
    case certificate(UInt64, CertificateRefusal)
    /// What is certified is no key with which anything can be wrapped.
    case key(UInt64)

    /// The device that is the reason.
    public var deviceID: UInt64? {
        switch self {
        case .tooManyDevices: nil
        case .duplicateDevice(let id), .certificateMissing(let id), .certificate(let id, _), .key(let id): id
        }
    }

    public var cause: Cause {
        switch self {
        case .tooManyDevices: Cause("roster", "devices")
        case .duplicateDevice: Cause("roster", "duplicate")
        case .certificateMissing: Cause("certificate", "missing")
        case .certificate(_, let refusal): refusal.cause
        case .key: Cause("roster", "key")
        }
    }
}
