/// The descriptions of the public API, made from the contract: what `/openapi.json` and `/asyncapi.json` answer.
public enum ContractDocument {
    /// OpenAPI 3.1 of the HTTP API: JSON in UTF-8.
    public static let openAPI: [UInt8] = bytes(of: openAPIText)
    /// AsyncAPI 3.0 of the WebSocket: JSON in UTF-8.
    public static let asyncAPI: [UInt8] = bytes(of: asyncAPIText)

    private static func bytes(of text: StaticString) -> [UInt8] {
        text.withUTF8Buffer { Array($0) }
    }
}
