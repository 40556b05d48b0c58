internal import Basics
internal import Communication
internal import Configuration
internal import Contracts
internal import Cryptography
internal import EmbeddedBackend
internal import EventLoop
internal import Gateway
internal import Glibc
internal import Identity
internal import Observability
internal import WireProtocol

/// Builds the whole server from its settings. The only place where parts are put together.
enum Composition {
    static func start(
        _ settings: ServerSettings, openFiles: OpenFiles, logger: Logger
    ) async throws(ServerStartError) -> RunningServer {
        try checkWebDirectory(settings)
        let limits = limits(settings, openFiles: openFiles, logger: logger)
        let registry = MetricRegistry()
        ProcessMetrics.register(in: registry)
        let backend: EmbeddedBackend
        do throws(EmbeddedBackend.OpenError) {
            backend = try EmbeddedBackend(
                directory: settings.dataDirectory, limits: limits, metrics: registry, logger: logger,
                storeCacheBytes: settings.storeCacheBytes)
        } catch {
            throw ServerStartError(message: error.message)
        }
        let entries = EntryCounters(registry)
        let communication = CommunicationService(
            ports: backend.communication, bus: backend.bus, limits: limits, countEntry: { entries.count($0) })
        let identity = try await identity(settings, limits: limits, backend: backend, registry: registry)
        let services = GatewayServices(
            identity: identity, communication: communication, bus: backend.bus, isReady: { await backend.isReady() })
        let gateway: Gateway
        do throws(APIError) {
            gateway = try await Gateway(
                services: services, limits: limits, registry: registry, logger: logger,
                webDirectory: settings.webDirectory, http: http(settings))
        } catch {
            throw ServerStartError(message: "The gateway cannot start: \(error.code.summary)")
        }
        let upkeep = Upkeep.start(communication, identity: identity, gateway: gateway, logger: logger)
        return try await RunningServer.start(gateway, settings: settings, registry: registry, logger: logger) {
            await upkeep.stop()
            backend.close()
        }
    }

    private static func limits(_ settings: ServerSettings, openFiles: OpenFiles, logger: Logger) -> Limits {
        var limits = Limits(profile: settings.limitsProfile)
        let wanted = settings.connectionsMax ?? limits.connectionsMax
        limits.connectionsMax = openFiles.connections(of: wanted)
        limits.connectionsPerAddressMax = settings.connectionsPerAddressMax ?? limits.connectionsPerAddressMax
        // Who did not ask for a number is told of it when the server is ready, by the files that may be open.
        if settings.connectionsMax != nil, limits.connectionsMax < wanted {
            logger.warning(
                "Fewer connections can be served than connections.max says: the process may not open more files.",
                [
                    "connections": .integer(limits.connectionsMax), "wanted": .integer(wanted),
                    "remedy": .literal("Raise LimitNOFILE= or ulimit -n, or lower connections.max."),
                ])
        }
        return limits
    }

    private static func checkWebDirectory(_ settings: ServerSettings) throws(ServerStartError) {
        guard let path = settings.webDirectory else { return }
        guard let directory = opendir(path) else {
            throw ServerStartError(
                message: "The directory of the web client, \(path), cannot be read: "
                    + "\(String(cString: strerror(errno))). Correct --web (web in the file), or leave it out.")
        }
        closedir(directory)
    }

    private static func http(_ settings: ServerSettings) -> GatewayHTTPSettings {
        var http = settings.http
        http.servesOperators = settings.metricsListen == nil
        http.metricsToken = settings.metricsToken.map { Array($0.revealed.utf8) }
        return http
    }

    private static func identity(
        _ settings: ServerSettings, limits: Limits, backend: EmbeddedBackend, registry: MetricRegistry
    ) async throws(ServerStartError) -> IdentityService {
        let hashSeconds = registry.histogram(
            "identity_password_hash_duration_seconds", help: "Time of hashing one password, without waiting for it.")
        let hasher = PasswordHasher(
            cost: settings.passwordHashing, threads: max(1, ProcessorCount.online - 1),
            queueMax: limits.passwordHashQueueMax, observe: { hashSeconds.observe(Double($0) / 1e9) })
        registry.gauge("identity_password_hash_queue", help: "Passwords that wait to be hashed.") {
            Double(hasher.waitingCount)
        }
        do throws(IdentityKeys.LoadError) {
            let keys = try await IdentityKeys.load(from: backend.identity, settings: settings.authentication)
            return IdentityService(
                ports: backend.identity, hasher: hasher, keys: keys, bus: backend.bus, limits: limits,
                settings: settings.authentication)
        } catch .store(let error) where error.code == .notWritable {
            throw ServerStartError(
                message: "The key that signs access tokens cannot be stored in \(settings.dataDirectory)/identity.db: "
                    + "the disk is full or may not be written. Make room, or correct its permissions.")
        } catch {
            throw ServerStartError(
                message: "The key that signs access tokens cannot be read from \(settings.dataDirectory)/identity.db "
                    + "(\(error)). Restore the file from a backup.")
        }
    }
}
