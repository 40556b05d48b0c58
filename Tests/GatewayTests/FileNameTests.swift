import Testing

@testable import Gateway

@Suite("What the name of a file says")
struct FileNameTests {
    @Test(
        "a hash of the content is hexadecimal, long and stands before the type",
        arguments: [
            ("/app.5f3e9a1c.js", true), ("/app-5f3e9a1c0d.css", true), ("/a/b.0123456789abcdef.wasm", true),
            ("/app.js", false), ("/5f3e9a1c.js", false), ("/app.5f3e9a1.js", false), ("/app.5F3E9A1C.js", false),
            ("/app.deadbeef.js", false), ("/app.5f3e9a1g.js", false), ("/app.5f3e9a1c.min.js", false),
        ])
    func hashes(name: String, isHashed: Bool) { #expect(FileName.hasContentHash(name) == isHashed) }
}
