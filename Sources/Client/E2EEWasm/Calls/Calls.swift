internal import E2EE
internal import SecureFormat

/// The core as calls of bytes: the number of an operation and its arguments go in, a status and a result come out
/// (docs/WEB-CRYPTO.md). Between two calls nothing is kept but rosters that were checked, which only saves
/// time, and how far files are that are sealed and opened piece by piece.
public struct Calls<Keys: KeyHandles> {
    typealias Provider = Keys.Provider

    /// The first byte of an answer. What follows is the result, or the cause in ASCII.
    enum Status: UInt8 {
        case done = 0
        case failed = 1
    }

    var keys: Keys
    var rosters = CheckedRosters<Keys.Provider>()
    var files = OpenFiles<Keys.Provider>()

    public init(keys: Keys) {
        self.keys = keys
    }

    public mutating func answer(_ operation: UInt32, _ arguments: [UInt8]) -> [UInt8] {
        do throws(CallFailure) {
            guard let operation = Operation(rawValue: operation) else { throw .unknownOperation }
            var (arguments, results) = (Arguments(arguments), Results())
            try perform(operation, &arguments, &results)
            return [Status.done.rawValue] + results.all
        } catch {
            return [Status.failed.rawValue] + error.cause.utf8
        }
    }

    private mutating func perform(
        _ operation: Operation, _ arguments: inout Arguments, _ results: inout Results
    ) throws(CallFailure) {
        switch operation {
        case .sha256: try sha256(&arguments, &results)
        case .hmacSHA256: try hmacSHA256(&arguments, &results)
        case .stretchPassword: try stretchPassword(&arguments, &results)
        case .generateAccountKey: try generateAccountKey(&arguments, &results)
        case .wrapAccountKey: try wrapAccountKey(&arguments, &results)
        case .openAccountKey: try openAccountKey(&arguments, &results)
        case .generateDeviceKeys: try generateDeviceKeys(&arguments, &results)
        case .openDeviceKeys: try openDeviceKeys(&arguments, &results)
        case .issueCertificate: try issueCertificate(&arguments, &results)
        case .checkCertificate: try checkCertificate(&arguments, &results)
        case .checkRoster: try checkRoster(&arguments, &results)
        case .seal: try seal(&arguments, &results)
        case .open: try open(&arguments, &results)
        case .generateRecoveryKey: try generateRecoveryKey(&arguments, &results)
        case .checkRecoveryKey: try checkRecoveryKey(&arguments, &results)
        case .sealBackup: try sealBackup(&arguments, &results)
        case .openBackup: try openBackup(&arguments, &results)
        case .safetyNumber: try safetyNumber(&arguments, &results)
        case .safetyCode: try safetyCode(&arguments, &results)
        case .compareSafetyCode: try compareSafetyCode(&arguments, &results)
        case .sealRow: try sealRow(&arguments, &results)
        case .openRow: try openRow(&arguments, &results)
        case .beginSealingFile: try beginSealingFile(&arguments, &results)
        case .sealChunk: try sealChunk(&arguments, &results)
        case .finishSealingFile: try finishSealingFile(&arguments, &results)
        case .beginOpeningFile: try beginOpeningFile(&arguments, &results)
        case .openChunk: try openChunk(&arguments, &results)
        case .finishOpeningFile: try finishOpeningFile(&arguments, &results)
        case .openPiece: try openPiece(&arguments, &results)
        case .endFile: try endFile(&arguments, &results)
        }
    }

    // MARK: Hashing

    private func sha256(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let bytes = try arguments.bytes()
        try arguments.finish()
        results.bytes(Provider.sha256(bytes))
    }

    private func hmacSHA256(_ arguments: inout Arguments, _ results: inout Results) throws(CallFailure) {
        let (key, message) = (try arguments.bytes(), try arguments.bytes())
        try arguments.finish()
        results.bytes(Provider.hmacSHA256(key: key, message))
    }
}
