// What the host does for the core (Web/crypto/imports.js): the primitives that a browser has. Those marked below may
// suspend the whole module until a promise is kept. All arguments are read before that. What fails returns a negative
// number, and why is not said: see `PrimitiveFailure`.
#if hasFeature(Embedded)
    typealias Input = UnsafePointer<UInt8>
    typealias Output = UnsafeMutablePointer<UInt8>

    @_extern(wasm, module: "host", name: "random")
    func hostRandom(_ out: Output, _ count: Int32) -> Int32

    /// Suspends. 32 bytes.
    @_extern(wasm, module: "host", name: "pbkdf2")
    func hostPBKDF2(
        _ password: Input, _ passwordCount: Int32, _ salt: Input, _ saltCount: Int32, _ iterations: UInt32,
        _ out: Output
    ) -> Int32

    /// Suspends. Returns the handle; the public key has 32 bytes.
    @_extern(wasm, module: "host", name: "generateSigningKey")
    func hostGenerateSigningKey(_ publicKey: Output) -> Int32

    /// Suspends. 64 bytes.
    @_extern(wasm, module: "host", name: "sign")
    func hostSign(_ key: Int32, _ message: Input, _ messageCount: Int32, _ out: Output) -> Int32

    /// Suspends. 1 when it is a signature of this message.
    @_extern(wasm, module: "host", name: "verify")
    func hostVerify(_ publicKey: Input, _ signature: Input, _ message: Input, _ messageCount: Int32) -> Int32

    /// Suspends. Returns the handle; writes the public key, of at most `publicMax` bytes, and its length.
    @_extern(wasm, module: "host", name: "generateUnwrappingKey")
    func hostGenerateUnwrappingKey(
        _ modulusByteCount: Int32, _ publicKey: Output, _ publicMax: Int32,
        _ publicCount: UnsafeMutablePointer<Int32>
    ) -> Int32

    /// Suspends once for all. Recipients: `opaque key<0..65535>`, `opaque label<0..255>` of each. Out: what is wrapped,
    /// each as long as its key's modulus, `outCount` in all.
    @_extern(wasm, module: "host", name: "wrap")
    func hostWrap(
        _ secret: Input, _ secretCount: Int32, _ recipients: Input, _ recipientsCount: Int32, _ out: Output,
        _ outCount: Int32
    ) -> Int32

    /// Suspends. Returns the length of what came out, at most `outMax`.
    @_extern(wasm, module: "host", name: "unwrap")
    func hostUnwrap(
        _ key: Int32, _ wrapped: Input, _ wrappedCount: Int32, _ label: Input, _ labelCount: Int32, _ out: Output,
        _ outMax: Int32
    ) -> Int32

    /// Suspends. Returns the handle of an AES key that cannot be exported.
    @_extern(wasm, module: "host", name: "importKey")
    func hostImportKey(_ key: Input, _ keyCount: Int32) -> Int32

    /// Suspends. The AES key is its bytes or, when there are none, a handle. Out: 16 bytes more than the plaintext.
    @_extern(wasm, module: "host", name: "seal")
    func hostSeal(
        _ key: Input, _ keyCount: Int32, _ handle: Int32, _ nonce: Input, _ authenticating: Input,
        _ authenticatingCount: Int32, _ plaintext: Input, _ plaintextCount: Int32, _ out: Output
    ) -> Int32

    /// Suspends. Out: 16 bytes less than what is sealed.
    @_extern(wasm, module: "host", name: "open")
    func hostOpen(
        _ key: Input, _ keyCount: Int32, _ handle: Int32, _ nonce: Input, _ authenticating: Input,
        _ authenticatingCount: Int32, _ sealed: Input, _ sealedCount: Int32, _ out: Output
    ) -> Int32

    /// Suspends. Seals a private key as PKCS#8; returns the length of what came out, at most `outMax`.
    @_extern(wasm, module: "host", name: "sealKey")
    func hostSealKey(
        _ privateKey: Int32, _ key: Input, _ keyCount: Int32, _ handle: Int32, _ nonce: Input,
        _ authenticating: Input, _ authenticatingCount: Int32, _ out: Output, _ outMax: Int32
    ) -> Int32

    /// Suspends. `kind` is one of `HostKey.Kind`. Returns the handle of the private key.
    @_extern(wasm, module: "host", name: "openKey")
    func hostOpenKey(
        _ kind: Int32, _ resealable: Int32, _ key: Input, _ keyCount: Int32, _ handle: Int32, _ nonce: Input,
        _ authenticating: Input, _ authenticatingCount: Int32, _ sealed: Input, _ sealedCount: Int32
    ) -> Int32
#endif
