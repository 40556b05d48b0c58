import E2EE
import Testing

/// One way to be refused, and the cause that it must have.
struct RefusalCase: CustomTestStringConvertible, Sendable {
    let name: String
    let cause: String
    private let provoke: @Sendable () throws -> Void

    init(_ name: String, _ cause: String, _ provoke: @escaping @Sendable () throws -> Void) {
        self.name = name
        self.cause = cause
        self.provoke = provoke
    }

    var testDescription: String { "\(name): \(cause)" }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        do {
            try provoke()
            Issue.record("\(name) was taken", sourceLocation: sourceLocation)
        } catch let refusal as any Refusal {
            #expect("\(refusal.cause)" == cause, Comment(rawValue: name), sourceLocation: sourceLocation)
            #expect(String(decoding: refusal.cause.utf8, as: UTF8.self) == cause, sourceLocation: sourceLocation)
        } catch {
            Issue.record("\(name): \(error) has no cause", sourceLocation: sourceLocation)
        }
    }
}

/// The causes that the cases provoke are those that the page lists, no more and no fewer; and a primitive that fails,
/// which is the same everywhere.
func expectAllCauses(
    of nouns: String..., in cases: [RefusalCase], sourceLocation: SourceLocation = #_sourceLocation
) {
    let documented = nouns.reduce(into: Set<String>()) { $0.formUnion(DocumentedCauses.of($1)) }
    let hit = Set(cases.map(\.cause)).subtracting(DocumentedCauses.of("primitive"))
    #expect(!documented.isEmpty, sourceLocation: sourceLocation)
    #expect(hit == documented, sourceLocation: sourceLocation)
}
