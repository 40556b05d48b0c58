internal import Glibc
internal import Protobuf
internal import WireProtocol

/// A `message.send` frame, encoded once; for each message only its number is written into it. The tool shares the
/// machine with the server, and what it saves the server can use.
///
/// The number stands in the frame's `id` and in the last group of the client id: 12 hexadecimal digits, the pair's
/// index in the upper 16 bits, the message's in the lower 32. So what comes back tells whose it is and which it is.
struct MessageFrame {
    static let pairsMax = 1 << 16
    static let digits = 12
    /// Stands for the number in the frame that is patched. Nothing else in it holds this character.
    private static let placeholder = String(repeating: "#", count: digits)
    private static let hexadecimal = Array("0123456789abcdef".utf8)

    private(set) var bytes: [UInt8]
    private let offsets: [Int]

    init(chatID: UInt64, textBytes: Int) {
        let request = SendMessageRequest(
            chatID: chatID, clientID: Self.clientIDPrefix() + Self.placeholder,
            content: Content(text: RandomText.make(byteCount: textBytes)))
        let frame = ClientFrame(id: Self.placeholder, payload: .messageSend(request)).jsonBytes()
        let mark = UInt8(ascii: "#")
        offsets = frame.indices.filter { frame[$0] == mark && ($0 == 0 || frame[$0 - 1] != mark) }
        bytes = frame
    }

    static func number(pair: Int, message: Int) -> UInt64 { UInt64(pair) << 32 | UInt64(message) & 0xFFFF_FFFF }

    /// Makes this the frame of that message.
    mutating func setNumber(_ number: UInt64) {
        for offset in offsets {
            for digit in 0..<Self.digits {
                bytes[offset + digit] = Self.hexadecimal[Int(number >> UInt64(4 * (Self.digits - 1 - digit)) & 15)]
            }
        }
    }

    /// All of a version 7 UUID but the last group (RFC 9562 §5.7): the time of now, and random bits.
    private static func clientIDPrefix() -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let milliseconds = UInt64(now.tv_sec) * 1000 + UInt64(now.tv_nsec) / 1_000_000
        let time = hex(milliseconds, 12)
        let random = UInt64.random(in: .min ... .max)
        return "\(time.prefix(8))-\(time.dropFirst(8))-7\(hex(random & 0xFFF, 3))-8\(hex(random >> 12 & 0xFFF, 3))-"
    }

    private static func hex(_ value: UInt64, _ digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
