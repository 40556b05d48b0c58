import FoundationEssentials
import Glibc

/// The test vectors of project Wycheproof. They are not part of this repository: they stand beside it, in
/// `../shared/vectors` or where `MARTLET_VECTORS` says; without them the tests that need them are skipped.
enum Wycheproof {
    static let absence = "no test vectors: set MARTLET_VECTORS to the folder that has wycheproof/ in it"

    static var isThere: Bool { access(path(of: "aes_gcm"), R_OK) == 0 }

    static func file<Group: Decodable>(_ name: String, of group: Group.Type) throws -> File<Group> {
        let bytes = try Data(contentsOf: URL(filePath: path(of: name)))
        return try JSONDecoder().decode(File<Group>.self, from: bytes)
    }

    private static func path(of name: String) -> String {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let folder = getenv("MARTLET_VECTORS").map { String(cString: $0) } ?? root + "/../shared/vectors"
        return "\(folder)/wycheproof/\(name)_test.json"
    }

    struct File<Group: Decodable>: Decodable {
        let numberOfTests: Int
        let testGroups: [Group]
    }

    /// What an implementation is to make of a case.
    enum Outcome: String, Decodable {
        case valid
        case invalid
        /// May be taken and may be refused. None of the files in use has one.
        case acceptable
    }

    /// Counts what was run, and tells it.
    struct Tally {
        private(set) var valid = 0
        private(set) var invalid = 0
        private(set) var outOfScope = 0

        var counts: [Int] { [valid, invalid, outOfScope] }

        mutating func count(_ outcome: Outcome) {
            if outcome == .valid { valid += 1 } else { invalid += 1 }
        }

        mutating func passOver() { outOfScope += 1 }

        func tell(_ name: String) {
            print("Wycheproof \(name): \(valid) valid, \(invalid) invalid, \(outOfScope) out of scope")
        }
    }
}
