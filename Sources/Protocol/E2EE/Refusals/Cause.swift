/// Why something was refused, as `noun.problem`. The list is in docs/encryption.md; a cause never changes its meaning.
public struct Cause: Sendable {
    public let noun: StaticString
    public let problem: StaticString

    public init(_ noun: StaticString, _ problem: StaticString) {
        self.noun = noun
        self.problem = problem
    }

    /// `noun.problem` in ASCII.
    public var utf8: [UInt8] {
        noun.withUTF8Buffer { Array($0) } + [UInt8(ascii: ".")] + problem.withUTF8Buffer { Array($0) }
    }
}

#if !hasFeature(Embedded)
    extension Cause: CustomStringConvertible {
        public var description: String { "\(noun).\(problem)" }
    }
#endif
