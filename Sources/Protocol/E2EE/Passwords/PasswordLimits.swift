/// What a client accepts of the server that tells it how to stretch a password. Fewer iterations or a short salt would
/// let the server guess it, more would keep the device busy.
public enum PasswordLimits {
    public static let saltByteCounts = 16...64
    public static let iterations: ClosedRange<UInt32> = 600_000...10_000_000
}
