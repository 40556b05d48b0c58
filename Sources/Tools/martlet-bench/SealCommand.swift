internal import E2EE
internal import E2EEOpenSSL
internal import SecureFormat

/// `martlet-bench seal`: what end-to-end encryption costs a device, natively.
enum SealCommand {
    /// Calls in one round, unless it is said: the longest takes some 10 ms.
    static let iterations = 50
    /// Bytes of a message's content, as most messages are.
    private static let contentByteCount = 200

    private typealias Scheme = EnvelopeScheme<OpenSSL>

    static func run(_ options: CodecOptions) throws(BenchFailure) {
        let large = try SealedChat(deviceCount: Roster<OpenSSL>.deviceCountMax)
        let small = try SealedChat(deviceCount: 2)
        let report = SealReport(rows: [
            .init("seal for 2 devices", try seal(in: small, options), goal: 1_000_000),
            .init("seal for 64 devices", try seal(in: large, options), goal: 5_000_000),
            .init("open", try open(in: small, options), goal: 1_500_000),
            .init("check a roster of 64", check(large, options), goal: nil),
        ])
        print(options.isJSON ? report.json : report.text)
    }

    private static func seal(in chat: SealedChat, _ options: CodecOptions) throws(BenchFailure) -> Double {
        let (draft, sender) = (draft(), chat.devices[0])
        var scheme = Scheme(chatID: SealedChat.id)
        return options.median { _ in
            (try? scheme.seal(draft, from: sender, for: chat.roster))?.content.keys.count == chat.devices.count
        }
    }

    /// Everything that a device does with a message: the certificate of its sender, the signature, the key, the
    /// content.
    private static func open(in chat: SealedChat, _ options: CodecOptions) throws(BenchFailure) -> Double {
        let (draft, sender, receiver) = (draft(), chat.devices[0], chat.devices[1])
        var scheme = Scheme(chatID: SealedChat.id)
        guard let sealed = try? scheme.seal(draft, from: sender, for: chat.roster).content else {
            throw BenchFailure("Nothing can be sealed.")
        }
        let place = Place(
            clientID: draft.clientID, senderID: sender.userID, senderDeviceID: sender.deviceID, kind: .message,
            target: .none)
        return options.median { _ in
            // Each time for the first time: a second time it would be a replay.
            var scheme = Scheme(chatID: SealedChat.id)
            let opened = try? scheme.open(
                sealed, at: place, from: chat.records[0], identityKey: chat.identityKeys[0].key, by: receiver,
                knowing: chat.roster)
            return opened?.content == draft.content
        }
    }

    private static func check(_ chat: SealedChat, _ options: CodecOptions) -> Double {
        options.median { _ in
            let roster = try? Roster<OpenSSL>.checked(
                version: 1, devices: chat.records, identityKeys: chat.identityKeys)
            return roster?.hash == chat.roster.hash
        }
    }

    private static func draft() -> Draft {
        SealedChat.draft(content: [UInt8](repeating: UInt8(ascii: "a"), count: contentByteCount))
    }
}
