internal import SecureFormat

/// For which message a content key is: the context in which secrets are derived from it.
struct ContentKeyPlace: Equatable, Sendable {
    let chatID: UInt64
    let clientID: [UInt8]
    let senderDeviceID: UInt64

    var context: [UInt8] {
        var writer = FormatWriter()
        writer.uint64(chatID)
        let chat = writer.bytes
        var device = FormatWriter()
        device.uint64(senderDeviceID)
        return chat + clientID + device.bytes
    }
}

extension EnvelopeHeader {
    var keyPlace: ContentKeyPlace {
        ContentKeyPlace(chatID: chatID, clientID: clientID, senderDeviceID: senderDeviceID)
    }
}
