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
        let limits = Limits(profile: settings.limitsProfile)
        let registry = MetricRegistry()
        registry.gauge("process_resident_memory_bytes", help: "Resident memory of the process.") {
            Double(ProcessMemory.residentBytes())
        }
        let backend: EmbeddedBackend
        do throws(EmbeddedBackend.OpenError) {
            backend = try EmbeddedBackend(
                directory: settings.dataDirectory, limits: limits, metrics: registry, logger: logger)
        } catch {
            throw ServerStartError(message: error.message)
        }
        let services = try await services(settings, limits: limits, backend: backend)
        let gateway: Gateway
        do throws(APIError) {
            gateway = try await Gateway(
                services: services, limits: limits, registry: registry, logger: logger,
                webDirectory: settings.webDirectory)
        } catch {
            throw ServerStartError(message: "The gateway cannot start: \(error.code.summary)")
        }
        return try await RunningServer.start(gateway, settings: settings, logger: logger) { backend.close() }
    }

    private static func services(
        _ settings: ServerSettings, limits: Limits, backend: EmbeddedBackend
    ) async throws(ServerStartError) -> GatewayServices {
        let hasher = PasswordHasher(
            cost: settings.passwordHashing, threads: ProcessorCount.online, queueMax: limits.passwordHashQueueMax)
        let identity: IdentityService
        do throws(SigningKey.LoadError) {
            let key = try await SigningKey.load(from: backend.signingKeys)
            identity = try await makeIdentity(backend: backend, hasher: hasher, key: key, limits: limits)
        } catch {
            throw ServerStartError(
                message: "The key that signs access tokens cannot be read from \(settings.dataDirectory)/identity.db "
                    + "(\(error)). Restore the file from a backup.")
        }
        let communication = CommunicationService(
            chats: backend.chats, log: backend.log, bus: backend.bus, limits: limits)
        return GatewayServices(
            identity: identity, communication: communication, bus: backend.bus,
            isReady: { await backend.isReady() })
    }

    private static func makeIdentity(
        backend: EmbeddedBackend, hasher: PasswordHasher, key: SigningKey, limits: Limits
    ) async throws(SigningKey.LoadError) -> IdentityService {
        do throws(CryptographyError) {
            return try await IdentityService(
                accounts: backend.accounts, hasher: hasher, signingKey: key, limits: limits)
        } catch {
            throw .key(error)
        }
    }
}
