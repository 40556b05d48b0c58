internal import Glibc
internal import Observability

/// What commands say: answers on standard output, complaints on standard error.
enum CommandOutput {
    static func say(_ text: String) {
        print(text)
        fflush(nil)
    }

    static func complain(_ message: String) {
        Logger.writeToStandardError(Array("martletd: \(message)\n".utf8))
    }
}
