/// All that Communication needs somebody to implement: one store, seen from several sides.
public struct CommunicationPorts: Sendable {
    public let chats: any ChatDirectory
    public let log: any MessageLog
    public let positions: any PositionStore
    public let devices: any DeviceProjection
    public let people: any PeopleProjection
    public let outbox: any Outbox
    public let news: any IdentityNews

    public init(
        chats: any ChatDirectory, log: any MessageLog, positions: any PositionStore, devices: any DeviceProjection,
        people: any PeopleProjection, outbox: any Outbox, news: any IdentityNews
    ) {
        self.chats = chats
        self.log = log
        self.positions = positions
        self.devices = devices
        self.people = people
        self.outbox = outbox
        self.news = news
    }
}
