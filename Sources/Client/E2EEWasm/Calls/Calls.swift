internal import E2EE
internal import SecureFormat

/// The core as calls of bytes: the number of an operation and its arguments go in, a status and a result come out
/// (docs/WEB-CRYPTO.md). Between two calls nothing is kept but the rosters that were checked, to save time.
public struct Calls<Keys: KeyHandles> {
    typealias Provider = Keys.Provider

    /// The first byte of an answer. What follows is the result, or the cause in ASCII.
    enum Status: UInt8 {
        case done = 0
        case failed = 1
    }

    var keys: Keys

    public init(keys: Keys) {
        self.keys = keys
    }

    public mutating func answer(_ operation: UInt32, _ arguments: [UInt8]) -> [UInt8] {
        do throws(CallFailure) {
            guard let operation = Operation(rawValue: operation) else { throw .unknownOperation }
            return [Status.done.rawValue] + (try result(of: operation, arguments))
        } catch {
            return [Status.failed.rawValue] + error.cause.utf8
        }
    }

    private mutating func result(of operation: Operation, _ bytes: [UInt8]) throws(CallFailure) -> [UInt8] {
        var arguments = Arguments(bytes)
        switch operation {
        case .sha256: return Provider.sha256(try arguments.last())
        case .hmacSHA256:
            let key = try arguments.bytes()
            return Provider.hmacSHA256(key: key, try arguments.last())
        }
    }
}
