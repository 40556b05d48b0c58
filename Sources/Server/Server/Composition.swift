internal import Basics
internal import Communication
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
    static func start(_ settings: ServerSettings, logger: Logger) async throws(ServerStartError) -> RunningServer {
        var limits = Limits(profile: settings.limitsProfile)
        limits.connectionsMax = settings.connectionsMax ?? limits.connectionsMax
        limits.connectionsPerAddressMax = settings.connectionsPerAddressMax ?? limits.connectionsPerAddressMax
        let registry = MetricRegistry()
        registry.gauge("process_resident_memory_bytes", help: "Resident memory of the process.") {
            Double(ProcessMemory.residentBytes())
        }
        let backend: EmbeddedBackend
        do throws(EmbeddedBackend.OpenError) {
            backend = try EmbeddedBackend(
                directory: settings.dataDirectory, limits: limits, metrics: registry, logger: logger,
                storeCacheBytes: settings.storeCacheBytes)
        } catch {
            throw ServerStartError(message: error.message)
        }
        let communication = CommunicationService(ports: backend.communication, bus: backend.bus, limits: limits)
        let services = GatewayServices(
            identity: try await identity(settings, limits: limits, backend: backend), communication: communication,
            bus: backend.bus, isReady: { await backend.isReady() })
        let gateway: Gateway
        do throws(APIError) {
            gateway = try await Gateway(
                services: services, limits: limits, registry: registry, logger: logger,
                webDirectory: settings.webDirectory, http: settings.http)
        } catch {
            throw ServerStartError(message: "The gateway cannot start: \(error.code.summary)")
        }
        let upkeep = Upkeep.start(communication)
        return try await RunningServer.start(gateway, settings: settings, logger: logger) {
            await upkeep.stop()
            backend.close()
        }
    }

    private static func identity(
        _ settings: ServerSettings, limits: Limits, backend: EmbeddedBackend
    ) async throws(ServerStartError) -> IdentityService {
        let hasher = PasswordHasher(
            cost: settings.passwordHashing, threads: ProcessorCount.online, queueMax: limits.passwordHashQueueMax)
        do throws(SigningKey.LoadError) {
            let key = try await SigningKey.load(from: backend.identity.signingKeys)
            return try await makeIdentity(backend: backend, hasher: hasher, key: key, limits: limits)
        } catch {
            throw ServerStartError(
                message: "The key that signs access tokens cannot be read from \(settings.dataDirectory)/identity.db "
                    + "(\(error)). Restore the file from a backup.")
        }
    }

    private static func makeIdentity(
        backend: EmbeddedBackend, hasher: PasswordHasher, key: SigningKey, limits: Limits
    ) async throws(SigningKey.LoadError) -> IdentityService {
        do throws(CryptographyError) {
            return try await IdentityService(
                ports: backend.identity, hasher: hasher, signingKey: key, limits: limits)
        } catch {
            throw .key(error)
        }
    }
}
