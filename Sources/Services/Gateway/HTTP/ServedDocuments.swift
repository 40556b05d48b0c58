internal import Contracts
internal import HTTPCodec

/// The documents that describe the interface: `/openapi.json` and `/asyncapi.json` for programs, `/docs` for people.
enum ServedDocuments {
    /// - Parameter modified: when the server started, in seconds since 1970.
    static func all(modified: UInt64) -> [String: StaticFile] {
        [
            "/openapi.json": StaticFile(ContractDocument.openAPI, name: "openapi.json", modified: modified),
            "/asyncapi.json": StaticFile(ContractDocument.asyncAPI, name: "asyncapi.json", modified: modified),
            "/docs": StaticFile(Array(page.utf8), name: "docs.html", modified: modified),
        ]
    }

    private static let page = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Martlet: the interface of this server</title>
        <h1>The interface of this server</h1>
        <p>Everything that a client does, it does through the calls below <code>/v1</code> and one WebSocket.</p>
        <ul>
        <li><a href="/openapi.json">openapi.json</a>: the calls over HTTP, as OpenAPI 3.1
        <li><a href="/asyncapi.json">asyncapi.json</a>: the frames of the WebSocket, as AsyncAPI 3.0
        <li><a href="/.well-known/jwks.json">jwks.json</a>: the keys that verify access tokens
        </ul>
        <h2>In short</h2>
        <p>Register or log in with <code>POST /v1/auth/register</code> or <code>POST /v1/auth/login</code>. Send the
        <code>accessToken</code> of the answer as <code>Authorization: Bearer &hellip;</code> with every further call.
        Open the socket at <code>GET /v1/ws</code> and send <code>session.resume</code> as the first frame.</p>
        <p>Bodies are JSON. With <code>Content-Type: application/x-protobuf</code> a request, and with
        <code>Accept: application/x-protobuf</code> an answer is a protobuf message instead, errors included.</p>
        <p>An error has a <code>code</code>, which never changes its meaning, and the <code>requestId</code> of the
        call, by which the operator finds it in the log.</p>
        </html>

        """
}
