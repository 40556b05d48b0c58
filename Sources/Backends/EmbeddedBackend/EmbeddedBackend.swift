public import Basics
public import Communication
internal import Contracts
public import Identity
public import Observability
internal import SQLiteDriver

/// Every service's ports on SQLite files in one directory, and a bus within the process.
public struct EmbeddedBackend: Sendable {
    public let identity: IdentityPorts
    public let communication: CommunicationPorts
    public let bus: InProcessEventBus

    private let lock: DirectoryLock
    private let storeMetrics: StoreMetrics
    private let identityStore: SQLiteStore<IdentityTables>
    private let communicationStore: SQLiteStore<CommunicationTables>

    /// Why the data directory cannot be used, in words for the operator.
    public struct OpenError: Error, Sendable {
        public let message: String
    }

    /// Opens the directory, makes it when it is not there, and brings every file's schema up to date.
    ///
    /// - Parameters:
    ///   - directory: made readable by its owner only.
    ///   - logger: learns what a store refuses.
    ///   - durableConsumers: for each of them the outbox keeps every entry from now on until it is done.
    ///   - storeCacheBytes: the page cache of the message store's writer.
    ///   - pressureChanged: told true when so many writes wait for the message store that whoever makes them should
    ///     pause, and false once that is over. It must not wait for anything.
    public init(
        directory: String, limits: Limits, metrics: MetricRegistry, logger: Logger, clock: WallClock = .system,
        durableConsumers: [String] = [], storeCacheBytes: Int = 64 << 20,
        pressureChanged: @escaping @Sendable (Bool) -> Void = { _ in }
    ) throws(OpenError) {
        let settings = Self.settings(limits)
        lock = try Self.lock(DataDirectory(directory, settings: settings), logger: logger)
        storeMetrics = StoreMetrics(metrics)
        let identityFailures = StoreFailureLog(store: "identity", logger: logger, metrics: storeMetrics)
        let identityCommitted = storeMetrics.observer(of: "identity")
        let communicationFailures = StoreFailureLog(store: "communication", logger: logger, metrics: storeMetrics)
        var communicationSettings = settings
        communicationSettings.writerCacheBytes = storeCacheBytes
        let bus = InProcessEventBus()
        let newsHint = NewsHint(bus: bus)
        do throws(SQLiteError) {
            identityStore = try SQLiteStore(
                path: "\(directory)/identity.db", name: "identity", migrations: IdentitySchema.migrations,
                settings: settings,
                makeTables: { (connection) throws(SQLiteError) in try IdentityTables(connection, newsHint: newsHint) },
                observe: { count, nanoseconds in
                    identityCommitted(count, nanoseconds)
                    newsHint.committed()
                }, failed: { identityFailures.record($0) })
            storeMetrics.watch(identityStore, path: "\(directory)/identity.db", as: "identity")
            communicationStore = try Self.openCommunication(
                path: "\(directory)/communication.db", settings: communicationSettings, metrics: storeMetrics,
                pressureChanged: pressureChanged, failures: communicationFailures)
            let highest = try Self.highestIdentifier(directory: directory, settings: settings)
            let identifiers = SnowflakeGenerator(node: 0, above: highest, clock: clock)
            identity = Self.ports(identityStore, identifiers: identifiers, clock: clock)
            communication = Self.ports(
                communicationStore,
                writer: EntryWriter(identifiers: identifiers, clock: clock, durableConsumers: durableConsumers),
                news: SQLiteIdentityNews(store: identityStore), limits: limits)
            self.bus = bus
        } catch {
            throw OpenError(message: "The data directory cannot be used. \(StoreAdvice.words(error, file: directory))")
        }
    }

    /// Whether every file can be read.
    public func isReady() async -> Bool {
        do throws(StoreError) {
            _ = try await communication.chats.subscriptions(of: UserID(0))
            _ = try await identity.accounts.users([])
            return true
        } catch {
            return false
        }
    }

    /// Finishes what is queued, closes the files and lets others use the directory. Blocks until that is done.
    public func close() {
        communicationStore.close()
        identityStore.close()
        lock.release()
    }

    /// Refuses a directory that must not be used before anything in it is changed.
    private static func lock(_ directory: DataDirectory, logger: Logger) throws(OpenError) -> DirectoryLock {
        do throws(DataDirectory.Problem) {
            let lock = try directory.lockForUse()
            try directory.refuseUnusable()
            for finding in directory.closeToOthers() {
                logger.warning("The data directory is not as it should be.", ["finding": .system(finding)])
            }
            return lock
        } catch {
            throw OpenError(message: "The data directory cannot be used. \(error.message)")
        }
    }

    private static func openCommunication(
        path: String, settings: SQLiteSettings, metrics: StoreMetrics,
        pressureChanged: @escaping @Sendable (Bool) -> Void, failures: StoreFailureLog
    ) throws(SQLiteError) -> SQLiteStore<CommunicationTables> {
        let store = try SQLiteStore(
            path: path, name: "communic", migrations: CommunicationSchema.migrations, settings: settings,
            makeTables: { (connection) throws(SQLiteError) in try CommunicationTables(connection) },
            observe: metrics.observer(of: "communication"), pressureChanged: pressureChanged,
            failed: { failures.record($0) })
        // Nobody uses the store yet.
        try SQLiteOutbox.releaseAll(on: SQLiteConnection(path: path, role: .writer, settings: settings))
        metrics.watch(store, path: path, as: "communication")
        return store
    }

    private static func ports(
        _ store: SQLiteStore<CommunicationTables>, writer: EntryWriter, news: SQLiteIdentityNews, limits: Limits
    ) -> CommunicationPorts {
        CommunicationPorts(
            chats: SQLiteChatDirectory(store: store, writer: writer, limits: limits),
            log: SQLiteMessageLog(store: store, writer: writer, rules: LogRules(limits: limits)),
            positions: SQLitePositionStore(store: store, clock: writer.clock, limits: limits),
            devices: SQLiteDeviceProjection(store: store), people: SQLitePeopleProjection(store: store),
            outbox: SQLiteOutbox(
                store: store, clock: writer.clock, leaseMilliseconds: limits.outboxLeaseMilliseconds),
            news: news)
    }

    private static func settings(_ limits: Limits) -> SQLiteSettings {
        var settings = SQLiteSettings()
        settings.commitEntriesMax = limits.commitEntriesMax
        settings.commitBytesMax = limits.commitBytesMax
        settings.writeQueueMax = limits.commitQueueMax
        settings.readQueueMax = limits.readQueueMax
        return settings
    }

    /// New identifiers start above every one that is stored, whatever the clock says.
    private static func highestIdentifier(
        directory: String, settings: SQLiteSettings
    ) throws(SQLiteError) -> UInt64 {
        let identity = try SQLiteConnection(path: "\(directory)/identity.db", role: .reader, settings: settings)
        let communication = try SQLiteConnection(
            path: "\(directory)/communication.db", role: .reader, settings: settings)
        let highest = [
            try identity.prepare("SELECT max(user_id) FROM users").first({ _ in }, read: { $0.uint64(0) }),
            try identity.prepare("SELECT max(device_id) FROM devices").first({ _ in }, read: { $0.uint64(0) }),
            try identity.prepare("SELECT max(session_id) FROM sessions").first({ _ in }, read: { $0.uint64(0) }),
            try communication.prepare("SELECT max(chat_id) FROM chats").first({ _ in }, read: { $0.uint64(0) }),
            try communication.prepare("SELECT max(id) FROM entries").first({ _ in }, read: { $0.uint64(0) }),
        ]
        return highest.compactMap { $0 }.max() ?? 0
    }
}
