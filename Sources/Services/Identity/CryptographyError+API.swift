internal import Cryptography
internal import WireProtocol

extension CryptographyError {
    var apiError: APIError {
        code == .overloaded ? .overloaded : APIError(.internal)
    }
}
