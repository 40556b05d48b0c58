import Basics
import Contracts
import Identity
import Observability
import SQLiteDriver
import Synchronization
import TestSupport
import Testing

@testable import EmbeddedBackend

@Suite("What the operator learns of a store that refuses work")
struct StoreFailureLogTests {
    @Test("one line a second, which counts those that were left out")
    func lines() {
        let now = Mutex<UInt64>(5_000_000_000)
        let lines = Mutex<[String]>([])
        let logger = Logger(minimum: .error, clock: WallClock { 0 }) { line in
            lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
        }
        let metrics = StoreMetrics(MetricRegistry())
        let log = StoreFailureLog(
            store: "communication", logger: logger, metrics: metrics,
            clock: MonotonicClock { now.withLock { $0 } })
        let error = SQLiteError(.full, resultCode: 13, message: "database or disk is full")
        for _ in 0..<4 { log.record(error) }
        #expect(lines.withLock { $0.count } == 1)
        now.withLock { $0 += 1_000_000_000 }
        log.record(error)
        let last = lines.withLock { $0.last } ?? ""
        #expect(last.contains(#""store":"communication","reason":"database or disk is full""#))
        #expect(last.contains(#""remedy":"Make room on the disk."#))
        #expect(last.contains(#""result_code":13"#))
        #expect(last.contains(#""also_since_last_line":3"#))
        #expect(metrics.failureCounter(of: "communication").current == 5)
    }

    @Test("the line names the request on whose behalf the store was asked")
    func request() async throws {
        let lines = Mutex<[String]>([])
        let logger = Logger(minimum: .error, clock: WallClock { 0 }) { line in
            lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
        }
        let directory = try TemporaryDirectory()
        let backend = try EmbeddedBackend(
            directory: directory.path, limits: Limits(), metrics: MetricRegistry(), logger: logger)
        backend.close()
        await LogScope.$current.withValue(LogScope(requestID: "r-7", traceID: nil)) {
            await #expect(throws: StoreError.self) { _ = try await backend.identity.accounts.users([]) }
        }
        #expect(lines.withLock { $0.count } == 1)
        #expect(lines.withLock { $0.joined() }.contains(#""request_id":"r-7""#))
    }
}
