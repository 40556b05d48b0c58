/// What has to be done from time to time; whoever composes the server calls these.
extension CommunicationService {
    /// How often what is told again: with ten seconds of memory a lost event is made good within five.
    public static let repeatHeadsMilliseconds: UInt64 = 2_000
    public static let announcePositionsMilliseconds: UInt64 = 50
    public static let storePositionsMilliseconds: UInt64 = 1_000

    /// Every `repeatHeadsMilliseconds`. Does not wait for anything.
    public func repeatHeads() {
        announcer.repeatHeads()
    }

    /// Every `announcePositionsMilliseconds`.
    public func announcePositions() async {
        await positions.announcePending()
    }

    /// Every `storePositionsMilliseconds`, and once before the store is closed. Also tries again what the store refused
    /// of other services' facts.
    public func storePositions() async {
        devices.resume()
        await positions.announcePending()
        await positions.storePending()
    }
}
