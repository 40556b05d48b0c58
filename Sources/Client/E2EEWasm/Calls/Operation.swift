/// What can be asked. The numbers are those of Web/crypto/operations.js.
enum Operation: UInt32, CaseIterable {
    case sha256 = 1
    case hmacSHA256 = 2
}
