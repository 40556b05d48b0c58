import Basics
import Observability
import SQLiteDriver
import Synchronization
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
        let failures = MetricRegistry().counter("failures_total", help: "Failures.")
        let log = StoreFailureLog(
            store: "communication", logger: logger, failures: failures,
            clock: MonotonicClock { now.withLock { $0 } })
        let error = SQLiteError(.full, resultCode: 13, message: "database or disk is full")
        for _ in 0..<4 { log.record(error) }
        #expect(lines.withLock { $0.count } == 1)
        now.withLock { $0 += 1_000_000_000 }
        log.record(error)
        let last = lines.withLock { $0.last } ?? ""
        #expect(last.contains(#""store":"communication","reason":"database or disk is full","result_code":13"#))
        #expect(last.contains(#""also_since_last_line":3"#))
        #expect(failures.current == 5)
    }
}
