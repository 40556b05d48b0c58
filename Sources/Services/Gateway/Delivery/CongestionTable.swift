internal import Basics

/// Rooms whose receivers mostly read too slowly: those who write into them are slowed. A value without a clock.
///
/// Every loop tells of its own receivers for as long as they lag, and what is not told again ends by itself: a lost
/// event slows nobody for ever.
struct CongestionTable {
    static let lastsNanoseconds: UInt64 = 2_000_000_000
    static let repeatNanoseconds: UInt64 = 1_000_000_000

    private var until: [ChatID: UInt64] = [:]
    private var toldAt: [ChatID: UInt64] = [:]

    /// Whether it is to be told that this loop's receivers of the chat lag.
    mutating func isDue(_ chat: ChatID, lagging: Int, of count: Int, now: UInt64) -> Bool {
        guard 2 * lagging > count else { return false }
        if let last = toldAt[chat], now < last + Self.repeatNanoseconds { return false }
        toldAt[chat] = now
        return true
    }

    /// Some loop has told of it.
    mutating func heard(_ chat: ChatID, now: UInt64) {
        until = until.filter { $0.value > now }
        toldAt = toldAt.filter { $0.value + Self.lastsNanoseconds > now }
        until[chat] = now + Self.lastsNanoseconds
    }

    func isCongested(_ chat: ChatID, now: UInt64) -> Bool { until[chat].map { $0 > now } ?? false }
}
