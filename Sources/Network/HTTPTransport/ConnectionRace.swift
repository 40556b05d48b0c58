internal import Basics
internal import EventLoop
internal import TransportSecurity

/// A client's way to a connection: the name is looked up, its addresses are tried, the first that answers wins, and TLS
/// is begun on it. Confined to its loop.
final class ConnectionRace {
    typealias Completion = (Result<StreamConnection, HTTPClientError>) -> Void

    private let endpoint: HTTPEndpoint
    private let loop: EventLoop
    private let limits: SendLimits
    private let resolver: NameResolver
    private let context: TLSClientContext?
    private var security: TLSStream?
    private var attempts = ConnectionAttempts([])
    private var runners: [UInt64: StreamConnection] = [:]
    private var lastError: EventLoopError?
    private var timer: TimerID?
    private var completion: Completion?

    /// - Parameters:
    ///   - security: for `https`; when nil, the authorities that the system knows are trusted.
    ///   - completion: called once. Whoever gets the connection sets its handler before returning. With `https` the
    ///     handshake is under way then, and what is sent waits for it.
    init(
        to endpoint: HTTPEndpoint, on loop: EventLoop, limits: SendLimits, security: TLSClientContext?,
        resolver: NameResolver = .system, completion: @escaping Completion
    ) {
        self.endpoint = endpoint
        self.loop = loop
        self.limits = limits
        self.resolver = resolver
        context = security
        self.completion = completion
    }

    /// May complete before it returns.
    func start() {
        do {
            security = try makeSecurity()
        } catch {
            return finish(.failure(.noSecurity(error)))
        }
        if IPAddress(endpoint.host) != nil { return run([endpoint.host]) }
        let way = LoopBound(self, of: loop.handle)
        resolver.resolve(endpoint.host) { [handle = loop.handle] outcome in
            handle.post { _ in way.take()?.resolved(outcome) }
        }
    }

    /// Gives up, without completing.
    func cancel() {
        completion = nil
        end()
    }

    private func makeSecurity() throws(TLSContextError) -> TLSStream? {
        guard endpoint.scheme == .https else { return nil }
        if let context { return try context.stream(to: endpoint.host) }
        return try TLSClientContext.system.get().stream(to: endpoint.host)
    }

    private func resolved(_ outcome: NameResolver.Outcome) {
        if completion == nil { return }
        switch outcome {
        case .success(let addresses): run(addresses)
        case .failure(let error): finish(.failure(.cannotResolve(error)))
        }
    }

    private func run(_ addresses: [String]) {
        attempts = ConnectionAttempts(addresses)
        tryNext()
    }

    /// Begins the next attempt, and the one after it when this one has failed at once.
    private func tryNext() {
        if let timer { loop.cancel(timer) }
        timer = nil
        while let address = attempts.next() {
            do {
                let stream = try StreamConnection.connect(
                    address: address, port: endpoint.port, on: loop, limits: limits,
                    handler: Runner(of: self, address: address))
                runners[stream.token] = stream
                return waitForIt()
            } catch {
                lastError = error
                attempts.failed()
            }
        }
        giveUpIfOver()
    }

    private func waitForIt() {
        guard attempts.hasMore else { return }
        timer = loop.schedule(afterNanoseconds: ConnectionAttempts.delayNanoseconds) { [weak self] _ in
            self?.timer = nil
            self?.tryNext()
        }
    }

    private func won(_ stream: StreamConnection) {
        runners[stream.token] = nil
        if let security { stream.secure(by: security) }
        finish(.success(stream))
    }

    private func lost(_ stream: StreamConnection, _ error: EventLoopError) {
        guard runners.removeValue(forKey: stream.token) != nil else { return }
        lastError = error
        attempts.failed()
        if attempts.hasMore { tryNext() } else { giveUpIfOver() }
    }

    private func giveUpIfOver() {
        guard attempts.isOver, let lastError else { return }
        finish(.failure(.cannotConnect(lastError)))
    }

    private func finish(_ result: Result<StreamConnection, HTTPClientError>) {
        let completion = completion
        self.completion = nil
        end()
        completion?(result)
    }

    private func end() {
        if let timer { loop.cancel(timer) }
        timer = nil
        let losers = runners
        runners = [:]
        for stream in losers.values { stream.close() }
    }

    /// The handler of a connection that does not stand yet.
    private final class Runner: StreamHandler {
        private let race: ConnectionRace
        private let address: String

        init(of race: ConnectionRace, address: String) {
            self.race = race
            self.address = address
        }

        func opened(_ connection: StreamConnection) { race.won(connection) }

        func received(_ bytes: UnsafeMutableRawBufferPointer, on connection: StreamConnection) -> Int { 0 }

        func closed(_ connection: StreamConnection, reason: CloseReason) {
            // Losers are closed when there is nobody to tell any more; otherwise it is the loop that ends.
            guard case .failed(let code) = reason else { return race.finish(.failure(HTTPClientError(reason))) }
            race.lost(connection, .cannotConnect(to: address, port: race.endpoint.port, errno: code))
        }
    }
}
