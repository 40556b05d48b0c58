/// A part of a YAML document, with the line that it begins on.
///
/// Of YAML only what a configuration needs: scalars, lists and sections. No anchors, aliases and tags.
struct YAMLNode: Sendable, Equatable {
    enum Content: Sendable, Equatable {
        case scalar(String, isQuoted: Bool)
        case list([YAMLNode])
        case section([Member])
    }

    struct Member: Sendable, Equatable {
        let key: String
        let line: Int
        let value: YAMLNode
    }

    let content: Content
    let line: Int

    /// Sections and lists within each other.
    static let depthMax = 8
    static let nodesMax = 10_000
}
