public import Basics
public import Contracts
internal import WireProtocol

/// Chats and their logs. Stateless: all state is behind the ports. May be called from any thread.
///
/// Each call is a file of its own, named as the use case.
public struct CommunicationService: CommunicationAPI {
    let chats: any ChatDirectory
    let log: any MessageLog
    let bus: any EventBus
    let limits: Limits

    public init(chats: any ChatDirectory, log: any MessageLog, bus: any EventBus, limits: Limits) {
        self.chats = chats
        self.log = log
        self.bus = bus
        self.limits = limits
    }

    /// The size of a page that a client asked for; 0 means the default.
    func pageSize(_ limit: UInt32) throws(APIError) -> Int {
        guard limit > 0 else { return limits.pageEntriesDefault }
        guard limit <= limits.pageEntriesMax else {
            throw .invalid(field: "limit", limit: UInt64(limits.pageEntriesMax))
        }
        return Int(limit)
    }
}
