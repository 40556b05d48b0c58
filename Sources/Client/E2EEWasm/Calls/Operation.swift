/// What can be asked. The numbers are those of Web/crypto/operations.js, as the order of arguments and results is.
enum Operation: UInt32, CaseIterable {
    // Hashing, to be held against vectors
    case sha256 = 1
    case hmacSHA256 = 2

    // Keys
    case stretchPassword = 10
    case generateAccountKey = 11
    case wrapAccountKey = 12
    case openAccountKey = 13
    case generateDeviceKeys = 14
    case openDeviceKeys = 15
    case issueCertificate = 16
    case checkCertificate = 17

    // Messages
    case checkRoster = 20
    case seal = 21
    case open = 22

    // Backup
    case generateRecoveryKey = 30
    case checkRecoveryKey = 31
    case sealBackup = 32
    case openBackup = 33

    // Verification
    case safetyNumber = 40
    case safetyCode = 41
    case compareSafetyCode = 42

    // History
    case sealRow = 50
    case openRow = 51

    // Files
    case beginSealingFile = 60
    case sealChunk = 61
    case finishSealingFile = 62
    case beginOpeningFile = 63
    case openChunk = 64
    case finishOpeningFile = 65
    case openPiece = 66
    case endFile = 67
}
