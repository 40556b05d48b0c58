internal import E2EE

/// Why a call has no result. What the core refuses keeps its cause; the rest is `call.…`, which are mistakes of the
/// caller and not of what came over the network.
enum CallFailure: Error {
    case refused(Cause)
    /// Not an operation.
    case unknownOperation
    /// They do not have the layout that the operation asks for.
    case damagedArguments
    /// No such key, or one of another kind.
    case unknownKey
    /// No file that is sealed or opened goes by this number: it is finished, or the module has broken down since.
    case unknownFile
    /// `OpenFiles.countMax` are being sealed and opened.
    case tooManyFiles

    var cause: Cause {
        switch self {
        case .refused(let cause): cause
        case .unknownOperation: Cause("call", "operation")
        case .damagedArguments: Cause("call", "arguments")
        case .unknownKey: Cause("call", "key")
        case .unknownFile: Cause("call", "file")
        case .tooManyFiles: Cause("call", "files")
        }
    }
}

/// What the core refuses in `body`, as the failure of a call.
func refusing<Refused: Refusal, Result>(
    _ body: () throws(Refused) -> Result
) throws(CallFailure) -> Result {
    do throws(Refused) {
        return try body()
    } catch {
        throw .refused(error.cause)
    }
}
