internal import Basics
internal import Glibc

/// Why a host's name leads to no address.
public struct NameResolutionError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: Sendable, Equatable {
        /// There is no such name, or it has no address.
        case unknownName
        /// Name servers do not answer. Trying again may help.
        case noAnswer
        /// Too many names are being looked up already.
        case overloaded
    }

    public let kind: Kind
    /// One sentence for a person: what is wrong, and what to do next.
    public let message: String

    public var description: String { message }

    static func unknownName(_ host: String) -> NameResolutionError {
        NameResolutionError(kind: .unknownName, message: "there is no host \(host); check the spelling")
    }

    static func noAnswer(_ host: String) -> NameResolutionError {
        NameResolutionError(
            kind: .noAnswer, message: "no name server tells where \(host) is; check the network, then try again")
    }

    static var overloaded: NameResolutionError {
        NameResolutionError(kind: .overloaded, message: "too many names are being looked up; try again later")
    }
}

/// Looks up hosts' names on threads of its own, as the system's resolver blocks for as long as name servers are silent.
/// May be used from any thread.
final class NameResolver: Sendable {
    typealias Outcome = Result<[String], NameResolutionError>

    private struct Query: Sendable {
        let host: String
        let completion: @Sendable (Outcome) -> Void
    }

    /// With two threads one dead name server does not keep all others waiting.
    private static let threadCount = 2
    /// Queries that wait. Stops whoever looks up more than the network answers from filling the memory.
    static let waitingMax = 64

    /// That of the process. Starts its threads when it is first used.
    static let system = NameResolver(lookUp: lookUpInSystem)

    private let queries = BlockingQueue<Query>(capacity: waitingMax)

    /// - Parameter lookUp: blocks until it knows; called on the resolver's threads.
    init(lookUp: @escaping @Sendable (String) -> Outcome) {
        for _ in 0..<Self.threadCount {
            WorkerThread.start(name: "names") { [queries] in
                while let query = queries.takeOne() { query.completion(lookUp(query.host)) }
            }
        }
    }

    deinit { queries.close() }

    /// - Parameter completion: gets numeric addresses, at least one, the best first. Called on a thread of the
    ///   resolver's, or before this returns.
    func resolve(_ host: String, completion: @escaping @Sendable (Outcome) -> Void) {
        if !queries.put(Query(host: host, completion: completion)) { completion(.failure(.overloaded)) }
    }

    private static func lookUpInSystem(_ host: String) -> Outcome {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var first: UnsafeMutablePointer<addrinfo>?
        switch getaddrinfo(host, nil, &hints, &first) {
        case 0: break
        case EAI_AGAIN, EAI_SYSTEM, EAI_MEMORY: return .failure(.noAnswer(host))
        default: return .failure(.unknownName(host))
        }
        defer { freeaddrinfo(first) }
        let addresses = sequence(first: first) { $0?.pointee.ai_next }.prefix { $0 != nil }.compactMap {
            text($0?.pointee)
        }
        return addresses.isEmpty ? .failure(.unknownName(host)) : .success(addresses)
    }

    private static func text(_ address: addrinfo?) -> String? {
        guard let address else { return nil }
        var out = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let result = getnameinfo(
            address.ai_addr, address.ai_addrlen, &out, socklen_t(out.count), nil, 0, NI_NUMERICHOST)
        return result == 0 ? String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }
}
