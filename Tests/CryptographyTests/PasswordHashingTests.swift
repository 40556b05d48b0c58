import Basics
import CSodium
import Glibc
import TestSupport
import Testing

@testable import Cryptography

@Suite("Password hashing")
struct PasswordHashingTests {
    private static let cheapest = PasswordHashingCost(memoryBytes: 8 << 20, passes: 1)

    private static func hasher(queueMax: Int = 16) -> PasswordHasher {
        PasswordHasher(cost: cheapest, threads: 1, queueMax: queueMax)
    }

    @Test("the hash of nothing looks like any other, and no password is right")
    func decoy() async throws {
        let hasher = Self.hasher()
        let (real, decoy) = (try await hasher.hash("correct horse"), hasher.decoy(.system))
        let parameters = { (hash: String) in hash.split(separator: "$").dropLast(2).joined(separator: "$") }
        #expect(parameters(decoy) == parameters(real))
        #expect(decoy.split(separator: "$").map(\.count) == real.split(separator: "$").map(\.count))
        #expect(try await !hasher.verifies("correct horse", against: decoy))
        #expect(hasher.decoy(.system) != decoy)
        #expect(crypto_pwhash_argon2id_str_needs_rehash(decoy, 1, 8 << 20) == 0, "it is read, and costs that much")
    }

    // MARK: The setting

    @Test(
        "a cost is written as memory and passes, up to both ends of both",
        arguments: [
            ("64MiB,2", 64, 2), ("8MiB,1", 8, 1), ("1024MiB,10", 1_024, 10), ("8MiB,10", 8, 10),
        ])
    func costs(text: String, mebibytes: Int, passes: Int) {
        #expect(PasswordHashingCost(text) == PasswordHashingCost(memoryBytes: mebibytes << 20, passes: passes))
    }

    @Test("a cost past either end is refused", arguments: ["7MiB,2", "1025MiB,2", "64MiB,0", "64MiB,11", "-8MiB,2"])
    func costsPastTheEnds(text: String) {
        #expect(PasswordHashingCost(text) == nil)
    }

    @Test(
        "what is written otherwise is refused",
        arguments: [
            "", ",", "64MiB", "64MiB,", ",2", "64,2", "64MB,2", "64mib,2", "64 MiB,2", "64MiB, 2", "64MiB,2,1", "MiB,2",
            "64MiB;2", "0x40MiB,2", "64.0MiB,2", "9223372036854775808MiB,2",
        ])
    func otherSpellings(text: String) {
        #expect(PasswordHashingCost(text) == nil)
    }

    @Test("the standard cost is 64 MiB and two passes")
    func standardCost() {
        #expect(PasswordHashingCost.standard == PasswordHashingCost("64MiB,2"))
    }

    // MARK: Hashes

    @Test("the right password is verified, and no other is")
    func verification() async throws {
        let hasher = Self.hasher()
        let hash = try await hasher.hash("correct horse")
        #expect(try await hasher.verifies("correct horse", against: hash))
        #expect(try await !hasher.verifies("correct horsf", against: hash))
        #expect(try await !hasher.verifies("Correct horse", against: hash))
        #expect(try await !hasher.verifies("correct horse ", against: hash))
        #expect(try await !hasher.verifies("", against: hash))
    }

    @Test("every byte of a password counts, also beyond ASCII and behind a zero")
    func everyByte() async throws {
        let hasher = Self.hasher()
        let hash = try await hasher.hash("пароль\0дальше")
        #expect(try await hasher.verifies("пароль\0дальше", against: hash))
        #expect(try await !hasher.verifies("пароль\0дальшё", against: hash))
        #expect(try await !hasher.verifies("пароль", against: hash))
    }

    @Test("the same password has another hash each time")
    func salt() async throws {
        let hasher = Self.hasher()
        let (first, second) = (try await hasher.hash("same"), try await hasher.hash("same"))
        #expect(first != second)
        #expect(try await hasher.verifies("same", against: first))
        #expect(try await hasher.verifies("same", against: second))
    }

    @Test(
        "a hash tells its algorithm and cost",
        arguments: [("8MiB,1", "m=8192,t=1"), ("8MiB,3", "m=8192,t=3"), ("16MiB,2", "m=16384,t=2")])
    func hashText(cost: String, parameters: String) async throws {
        let hasher = PasswordHasher(cost: try #require(PasswordHashingCost(cost)), threads: 1, queueMax: 1)
        let hash = try await hasher.hash("password")
        #expect(hash.hasPrefix("$argon2id$v=19$\(parameters),p=1$"))
        #expect(hash.utf8.allSatisfy { (0x21...0x7E).contains($0) })
    }

    @Test("a hash of another cost is still verified")
    func hashOfAnotherCost() async throws {
        let hash = try await PasswordHasher(
            cost: PasswordHashingCost(memoryBytes: 16 << 20, passes: 2), threads: 1, queueMax: 1
        ).hash("moved")
        #expect(try await Self.hasher().verifies("moved", against: hash))
    }

    @Test(
        "what is no hash verifies nothing", arguments: ["", "password", "$argon2id$", "$argon2id$v=19$m=8192,t=1,p=1$"])
    func noHash(text: String) async throws {
        #expect(try await !Self.hasher().verifies("password", against: text))
    }

    // MARK: Bounds

    @Test("as many as the queue holds may wait; one more is refused, and the others end well")
    func fullQueue() async throws {
        let hasher = Self.hasher(queueMax: 2)
        let (started, gate) = (Gate(), Gate())
        let running = Task.immediate {
            try await hasher.run {
                started.open()
                gate.wait()
                return 1
            }
        }
        started.wait()
        let waiting = [2, 3].map { number in Task.immediate { try await hasher.run { number } } }
        let hashing = Task.immediate { try await hasher.hash("one too many") }
        let verifying = Task.immediate { try await hasher.verifies("one", against: "too many") }
        gate.open()
        await #expect(throws: CryptographyError(.overloaded)) { try await hashing.value }
        await #expect(throws: CryptographyError(.overloaded)) { try await verifying.value }
        #expect(try await running.value == 1)
        #expect(try await waiting[0].value == 2)
        #expect(try await waiting[1].value == 3)
        let hash = try await hasher.hash("room again")
        #expect(!hash.isEmpty)
    }

    @Test("a failure of the work is the caller's")
    func failingWork() async {
        let hasher = Self.hasher()
        await #expect(throws: CryptographyError(.libraryFailed)) {
            try await hasher.run { () throws(CryptographyError) -> Int in throw CryptographyError(.libraryFailed) }
        }
    }

    /// In a process of its own, where no other test takes memory.
    @Test("the memory of a hash is given back after use")
    func memoryIsGivenBack() async {
        await #expect(processExitsWith: .success) {
            let hasher = PasswordHasher(cost: .standard, threads: 1, queueMax: 1)
            let before = try #require(residentBytes())
            for _ in 0..<3 {
                let hash = try await hasher.hash("password")
                #expect(try await hasher.verifies("password", against: hash))
            }
            let after = try #require(residentBytes())
            #expect(after - before < 32 << 20)
        }
    }
}

/// The resident set of this process: the second number of `statm` counts its pages.
private func residentBytes() -> Int? {
    guard let file = fopen("/proc/self/statm", "r") else { return nil }
    defer { fclose(file) }
    var line = [UInt8](repeating: 0, count: 256)
    let count = fread(&line, 1, line.count, file)
    let numbers = String(decoding: line[..<count], as: UTF8.self).split(separator: " ")
    return numbers.count > 1 ? Int(numbers[1]).map { $0 * sysconf(Int32(_SC_PAGESIZE)) } : nil
}
