/// What has to be done from time to time; whoever composes the server calls these.
extension CommunicationService {
    /// How often what is told again: with ten seconds of memory a lost event is made good within five.
    public static let repeatHeadsMilliseconds: UInt64 = 2_000
    public static let announcePositionsMilliseconds: UInt64 = 50
    public static let storePositionsMilliseconds: UInt64 = 1_000
    public static let lookForNewsMilliseconds: UInt64 = 1_000

    /// Every `repeatHeadsMilliseconds`. Does not wait for anything.
    public func repeatHeads() {
        announcer.repeatHeads()
    }

    /// Every `announcePositionsMilliseconds`.
    public func announcePositions() async {
        await positions.announcePending()
    }

    /// Every `lookForNewsMilliseconds`, and once at the start: what Identity has written down while no hint came
    /// through. Does not wait for anything.
    public func lookForNews() {
        news.wake()
    }

    /// Every `storePositionsMilliseconds`, and once before the store is closed.
    public func storePositions() async {
        await positions.announcePending()
        await positions.storePending()
    }
}
