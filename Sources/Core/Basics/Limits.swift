/// Every maximum of the server in one table, each with what it stops. `docs/PROTOCOL.md` documents those that a client
/// can meet.
public struct Limits: Sendable {
    /// The two tables there are: `default`, and `load-test` for tests and benchmarks only.
    public enum Profile: String, Sendable, CaseIterable {
        case standard = "default"
        case loadTest = "load-test"
    }

    public var profile: Profile = .standard

    // MARK: What one request may be

    /// A body over HTTP. Stops a request from filling the memory.
    public var bodyBytesMax = 1 << 20
    /// Bodies above 64 KiB that come in without an access token, all together. Stops those who have no account from
    /// filling it with many.
    public var publicBodyBytesInFlightMax = 64 << 20
    /// A WebSocket message, all fragments together. Stops the same on a socket.
    public var frameBytesMax = 256 << 10
    /// The content of one message. Stops a chat from becoming a file store.
    public var contentBytesMax = 64 << 10
    /// Entries, heads or chats in one page. Stops one read from holding a reader for long.
    public var pageEntriesMax = 200
    /// Contents in one page of messages; it ends before, though not before the first entry. Stops the answers that one
    /// socket may have under way from being more than may wait for it (`sendHardBytes`).
    public var pageBytesMax = 128 << 10
    /// The page that is given when none is asked for.
    public var pageEntriesDefault = 50

    // MARK: What one account may be

    /// In characters. The lower bound stops guesses; the upper one hashing as an attack.
    public var passwordCharacters = 8...128
    public var usernameCharacters = 3...32
    public var displayNameCharactersMax = 128
    /// RFC 5321 §4.5.3.1.3.
    public var emailBytesMax = 254
    public var deviceNameCharactersMax = 128
    /// Sessions of one user; the oldest ends. Stops stolen passwords from piling up log-ins.
    public var sessionsPerUserMax = 10

    // MARK: Sessions and their tokens

    /// Lines of the log of ended sessions in one read.
    public var revocationsPageMax = 1_000
    /// A gateway that has not read that log for this long answers nobody: it no longer knows whose session has ended.
    public var revocationsStaleMilliseconds: UInt64 = 30_000
    /// Access tokens that one loop remembers to have verified.
    public var verifiedTokensMax = 16_384
    /// A socket that was shown no fresh access token for this long is closed.
    public var socketTokenMilliseconds: UInt64 = 24 * 3_600 * 1_000

    // MARK: What one account may keep of keys

    /// Devices of one user with keys, who take places in every roster of the user's chats.
    public var keyedDevicesPerUserMax = 32
    /// What a new device says to the account's others, and how long it may wait for an answer.
    public var linkOfferBytesMax = 4 << 10
    public var linkPayloadBytesMax = 64 << 10
    public var linkLifetimeMilliseconds: Int64 = 10 * 60 * 1_000
    /// Devices of one user that wait to be approved. Stops a stolen password from filling the list.
    public var pendingLinksPerUserMax = 8
    /// The account's backup. Stops it from becoming a file store.
    public var backupBytesMax = 512 << 10

    // MARK: People and their contacts

    public var bioCharactersMax = 512
    public var avatarURLBytesMax = 1_024
    /// In characters. Names are shorter than twice this.
    public var searchCharactersMax = 64
    /// How long after one change of a user name the next may come. Stops names from being tried on and collected.
    public var usernameIntervalMilliseconds: Int64 = 24 * 3_600 * 1_000
    /// How long a user name that was given up is kept from others, who could pass for its owner.
    public var usernameReservedMilliseconds: Int64 = 30 * 24 * 3_600 * 1_000
    /// Of the part of the settings that is the client's own. Stops it from becoming a file store.
    public var clientSettingsBytesMax = 16 << 10
    /// Contacts and requests in one list.
    public var contactsMax = 10_000
    public var blocksMax = 10_000
    /// Requests without an answer that somebody has made, and that somebody has got.
    public var pendingContactsMax = 1_000
    /// Stops people from being asked by everybody's machine.
    public var contactRequestsPerDayMax = 100

    // MARK: How often something may be done

    /// Passwords that are tried, right or wrong. Stops guessing: from one address, from many, and at many accounts.
    public var loginsPerAddressAndAccount = RateLimit.perMinute(5)
    public var loginsPerAccount = RateLimit.perMinute(20)
    public var loginsPerAddress = RateLimit.perMinute(300)
    /// Questions how a password is sent. Stops lists of addresses from being tried.
    public var preloginsPerAddress = RateLimit.perMinute(300)
    public var registrationsPerAddress = RateLimit.perMinute(20)
    /// Each is a write to the disk. Stops a client that refreshes in a loop.
    public var refreshesPerSession = RateLimit.perMinute(30)
    /// Questions for people by name. Stops lists of names from being tried.
    public var searchesPerUser = RateLimit.perMinute(60)
    /// Sockets. Stops clients that reconnect in a loop.
    public var connectsPerUser = RateLimit.perMinute(20)
    public var connectsPerAddress = RateLimit.perMinute(1_200)
    /// Messages, edits, deletions and reactions.
    public var messagesPerDevice = RateLimit.perSecond(20, burst: 40)
    /// `typing.start`, `typing.stop` and `presence.set`, which many others may be told of.
    public var signalsPerSocket = RateLimit.perSecond(10, burst: 20)
    /// Addresses, accounts, users or devices whose rate is known at the same time; see ``TokenBuckets``.
    public var rateKeysMax = 65_536

    // MARK: What one chat may be

    public var groupMembersMax = 1_000
    public var channelMembersMax = 100_000
    /// People who are added by one call. Stops one commit from making all others wait.
    public var membersPerCallMax = 200
    /// Devices for which a message of an end-to-end encrypted chat is sealed: each costs a wrapped key in each message.
    public var rosterDevicesMax = 64
    /// One wrapped key: RSA-OAEP with 4,096 bits.
    public var wrappedKeyBytesMax = 512
    public var fileIDsPerMessageMax = 32
    public var emojiBytesMax = 64
    /// How long the author may change a message.
    public var editWindowMilliseconds: Int64 = 24 * 3_600 * 1_000
    /// In larger chats nobody is told of others' receipts; they are counted on demand.
    public var receiptMembersMax = 64
    public var chatNameCharactersMax = 128

    // MARK: Who may be connected

    /// Connections of the process; a further one is closed as it is accepted. Stops clients from using up descriptors.
    public var connectionsMax = 100_000
    /// Connections from one address, IPv6 by /64; a further one is answered with 503. Stops one client from taking all.
    public var connectionsPerAddressMax = 4_096

    // MARK: What one socket may have under way

    /// Commands that wait for their answer; at the bound the socket is not read. Stops a sender from queueing without
    /// end.
    public var commandsInFlightMax = 32
    /// `sync.pull` commands among them.
    public var pullsInFlightMax = 4

    // MARK: What may wait for one reader

    /// Above it a socket lags: what it can pull later is no longer queued, what lasts for a moment is dropped, and its
    /// client is not read. Stops a reader that is merely slow from filling its queue with what it will not read in
    /// time.
    public var sendSoftBytes = 256 << 10
    /// Below it a socket that lagged has caught up, and is told what to pull.
    public var sendLowBytes = 64 << 10
    /// Above it the socket is closed as a slow consumer (4010). Stops answers from piling up behind a client that asks
    /// and does not read.
    public var sendHardBytes = 2 << 20
    /// Nothing taken by the peer for this long, while something waits: the connection is closed.
    public var sendStallMilliseconds: UInt64 = 10_000

    /// A tick of an event loop that takes longer slows those who publish on it. Stops them from making everybody else
    /// on the loop wait.
    public var tickMilliseconds: UInt64 = 50

    // MARK: What a gateway repairs by itself

    /// Entries that a gateway reads from the log when it has missed events; above it, clients are told to pull.
    public var repairEntriesMax = 200
    /// Events of one chat that wait until it is repaired. What is over is read from the log again.
    public var parkedEventsMax = 256

    // MARK: What may wait for a disk or a processor

    /// How long the answer to a change at Identity waits until Communication has taken note of it. Stops a message
    /// store that stands still from holding up log-outs.
    public var noteMilliseconds: UInt64 = 1_000

    /// How long a durable consumer holds what it has claimed.
    public var outboxLeaseMilliseconds: Int64 = 30_000

    /// Entries in one commit, and their bytes. Stops one commit from making all others wait.
    public var commitEntriesMax = 64
    public var commitBytesMax = 256 << 10
    /// Writes that wait for the writer of one store. Over it a call is refused as overloaded.
    public var commitQueueMax = 16_384
    /// Reads that wait for a reader of one store.
    public var readQueueMax = 16_384
    /// Password hashes that wait for a processor: each is some 50 ms of one.
    public var passwordHashQueueMax = 256

    public init() {}

    /// Lets everything be done as often as anybody likes: for load tests, and tests of something else.
    public mutating func liftRates() {
        loginsPerAddressAndAccount = .unlimited
        loginsPerAccount = .unlimited
        loginsPerAddress = .unlimited
        preloginsPerAddress = .unlimited
        registrationsPerAddress = .unlimited
        refreshesPerSession = .unlimited
        searchesPerUser = .unlimited
        connectsPerUser = .unlimited
        connectsPerAddress = .unlimited
        messagesPerDevice = .unlimited
        signalsPerSocket = .unlimited
    }

    public init(profile: Profile) {
        self.profile = profile
        guard profile == .loadTest else { return }
        sessionsPerUserMax = 1_000
        connectionsMax = 1_000_000
        connectionsPerAddressMax = 1_000_000
        groupMembersMax = 100_000
        contactRequestsPerDayMax = 100_000
        passwordHashQueueMax = 65_536
        liftRates()
    }
}
