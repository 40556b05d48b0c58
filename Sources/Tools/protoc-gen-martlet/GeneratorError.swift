/// Why there is no code for a contract, as a sentence that protoc shows.
struct GeneratorError: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
