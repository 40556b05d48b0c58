import E2EEOpenSSL

@testable import E2EE

extension OpeningFault {
    static let key = [
        OpeningFault(60, "key.missing", "no keys at all", parts: ["keys"]) { one, _ in one.changesKeys = { _ in [] } },
        OpeningFault(60, "key.missing", "keys of others alone", parts: ["keys"]) { one, now in
            one.changesKeys = { $0.filter { $0.deviceID != now.bobs.record.deviceID } }
        },
        OpeningFault(61, "key.unwrap", "the key of another device", parts: ["keys"]) { one, now in
            one.changesKeys = { keys in
                [DeviceKey(deviceID: now.bobs.record.deviceID, key: keys.last?.key ?? [])]
            }
        },
        OpeningFault(61, "key.unwrap", "no bytes", parts: ["keys"]) { one, now in
            one.changesKeys = { _ in [DeviceKey(deviceID: now.bobs.record.deviceID, key: [])] }
        },
        OpeningFault(61, "key.unwrap", "one bit changed", parts: ["keys"]) { one, now in
            one.changesKeys = { keys in
                var key = keys.first?.key ?? []
                key[100] ^= 1
                return [DeviceKey(deviceID: now.bobs.record.deviceID, key: key)]
            }
        },
        OpeningFault(61, "key.unwrap", "wrapped for another device with this one's key", parts: ["wrapping"]) {
            one, now in
            one.envelope.recipients = [(now.bobs, now.laptop.record.deviceID)]
        },
        OpeningFault(61, "key.unwrap", "wrapped for another message", parts: ["wrapping"]) { one, _ in
            one.envelope.wrappedHeaderHash = [UInt8](repeating: 5, count: 32)
        },
        OpeningFault(61, "key.unwrap", "31 bytes", parts: ["secret"]) { one, _ in
            one.envelope.wrappedSecret = [UInt8](repeating: 1, count: 31)
        },
        OpeningFault(61, "key.unwrap", "33 bytes", parts: ["secret"]) { one, _ in
            one.envelope.wrappedSecret = [UInt8](repeating: 1, count: 33)
        },
    ]

    static let content = [
        OpeningFault(70, "envelope.commitment", "to another key", parts: ["commitment"]) { one, _ in
            one.envelope.commitment = [UInt8](repeating: 6, count: 32)
        },
        OpeningFault(70, "envelope.commitment", "another key than the one that others got", parts: ["secret"]) {
            one, _ in
            one.envelope.wrappedSecret = [UInt8](repeating: 1, count: 32)
        },
        OpeningFault(80, "envelope.ciphertext", "one bit changed by the sender", parts: ["ciphertext"]) { one, _ in
            one.envelope.changesCiphertext = { [$0[0] ^ 1] + $0.dropFirst() }
        },
        OpeningFault(80, "envelope.ciphertext", "the tag changed by the sender", parts: ["ciphertext"]) { one, _ in
            one.envelope.changesCiphertext = { $0.dropLast() + [($0.last ?? 0) ^ 1] }
        },
        OpeningFault(90, "envelope.padding", "no marker", parts: ["padding"]) { one, _ in
            one.envelope.padded = [UInt8](repeating: 0, count: 64)
        },
        OpeningFault(90, "envelope.padding", "another marker", parts: ["padding"]) { one, _ in
            one.envelope.padded = [1, 2, 0x81] + [UInt8](repeating: 0, count: 61)
        },
        OpeningFault(90, "envelope.padding", "longer than is right", parts: ["padding"]) { one, _ in
            one.envelope.padded = [1, 2, 0x80] + [UInt8](repeating: 0, count: 62)
        },
        OpeningFault(90, "envelope.padding", "in the next bucket", parts: ["padding"]) { one, _ in
            one.envelope.padded = [1, 2, 0x80] + [UInt8](repeating: 0, count: 69)
        },
        OpeningFault(90, "envelope.padding", "no place for a marker", parts: ["padding"]) { one, _ in
            one.envelope.padded = [UInt8](repeating: 1, count: 64)
        },
    ]
}
