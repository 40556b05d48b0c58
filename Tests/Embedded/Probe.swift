// The check of certificates as WebAssembly: compiled into one module with Sources/Protocol/SecureFormat by
// dev/check-embedded.sh, and called by Tests/Embedded/run.mjs. No part of the package.

/// The host's Ed25519: 1 when the key made the signature of the message.
@_extern(wasm, module: "host", name: "verify")
func hostVerify(
    _ key: UnsafePointer<UInt8>, _ signature: UnsafePointer<UInt8>, _ message: UnsafePointer<UInt8>,
    _ messageCount: Int32
) -> Int32

@_expose(wasm, "allocate")
@_cdecl("allocate")
public func allocate(_ count: Int32) -> UnsafeMutableRawPointer {
    .allocate(byteCount: Int(count), alignment: 16)
}

/// Reads a question (`Question`) and answers with 0, or with the number of the reason.
@_expose(wasm, "check")
@_cdecl("check")
public func check(_ start: UnsafePointer<UInt8>, _ count: Int32) -> Int32 {
    let question: Question
    do throws(FormatError) {
        question = try Question(Array(UnsafeBufferPointer(start: start, count: Int(count))))
    } catch {
        return -1
    }
    do throws(CertificateRefusal) {
        _ = try DeviceCertificate.checked(question.certificate, proves: question.claim) { signature, message in
            hostVerify(question.identityKey, signature, message, Int32(message.count)) == 1
        }
        return 0
    } catch {
        return number(of: error)
    }
}

struct Question {
    let claim: DeviceClaim
    let identityKey: [UInt8]
    let certificate: [UInt8]

    init(_ bytes: [UInt8]) throws(FormatError) {
        var reader = FormatReader(bytes)
        claim = DeviceClaim(
            userID: try reader.uint64(), deviceID: try reader.uint64(), signingKey: try reader.opaque(0...255),
            encryptionKey: try reader.opaque(0...65_535))
        identityKey = try reader.fixed(32)
        certificate = try reader.opaque(0...65_535)
        try reader.finish()
    }
}

/// In the order of `REASONS` in run.mjs.
func number(of refusal: CertificateRefusal) -> Int32 {
    switch refusal {
    case .malformed(.truncated): 1
    case .malformed(.trailingBytes): 2
    case .malformed(.length): 3
    case .malformed(.version): 4
    case .malformed(.suite), .suite: 5
    case .malformed(.extensionOrder): 6
    case .userID: 7
    case .deviceID: 8
    case .signingKey: 9
    case .encryptionKey: 10
    case .criticalExtension: 11
    case .signature: 12
    }
}
