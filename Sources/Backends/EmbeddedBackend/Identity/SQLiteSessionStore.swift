public import Basics
public import Contracts
public import Identity
internal import SQLiteDriver
public import WireProtocol

/// Sessions beside the accounts.
public struct SQLiteSessionStore: SessionStore {
    let store: SQLiteStore<IdentityTables>

    public func secret(orFirst candidate: [UInt8]) async throws(StoreError) -> [UInt8] {
        try await store.writing { (tables) throws(SQLiteError) in
            try tables.revocations.secret(orFirst: candidate)
        }
    }

    public func refresh(_ session: SessionID, by rules: RefreshRules) async throws(StoreError) -> RefreshOutcome {
        try await store.writing { (tables) throws(SQLiteError) in
            guard let (stored, caller) = try tables.sessions.stored(session) else {
                return .ended(isNew: false)
            }
            switch rules.verdict(on: stored) {
            case .rotate(let rotated):
                try tables.sessions.rotate(session, to: rotated)
                return .refreshed(caller)
            case .repeat: return .refreshed(caller)
            case .reused, .expired:
                try tables.sessions.end([session], now: rules.now)
                return .ended(isNew: true)
            case .unknown: return .unknown
            }
        }
    }

    public func sessions(of user: UserID, now: Int64) async throws(StoreError) -> [SessionView] {
        try await store.reading { (tables) throws(SQLiteError) in try tables.sessions.sessions(of: user, now: now) }
    }

    public func end(_ session: SessionID, of user: UserID, now: Int64) async throws(StoreError) -> Bool {
        try await store.writing { (tables) throws(SQLiteError) in
            guard try tables.sessions.isSession(session, of: user) else { return false }
            try tables.sessions.end([session], now: now)
            return true
        }
    }

    public func end(_ session: SessionID, now: Int64) async throws(StoreError) -> Bool {
        try await store.writing { (tables) throws(SQLiteError) in
            guard try tables.sessions.exists(session) else { return false }
            try tables.sessions.end([session], now: now)
            return true
        }
    }

    public func endOthers(
        of user: UserID, but session: SessionID, now: Int64
    ) async throws(StoreError) -> [SessionID] {
        try await store.writing { (tables) throws(SQLiteError) in
            try tables.sessions.endOthers(of: user, but: session, now: now)
        }
    }

    public func endExpired(now: Int64, limit: Int) async throws(StoreError) -> [SessionID] {
        try await store.writing { (tables) throws(SQLiteError) in
            try tables.sessions.endExpired(now: now, limit: limit)
        }
    }

    public func revocations(
        after number: UInt64, since: Int64, limit: Int
    ) async throws(StoreError) -> GetRevocationsResponse {
        try await store.reading { (tables) throws(SQLiteError) in
            try tables.revocations.revocations(after: number, since: since, limit: limit)
        }
    }

    public func forgetRevocations(before: Int64) async throws(StoreError) {
        try await store.writing { (tables) throws(SQLiteError) in try tables.revocations.forget(before: before) }
    }
}
