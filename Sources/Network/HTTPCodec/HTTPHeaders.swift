/// Header fields in the order in which they stood, looked up without regard to case (RFC 9110 §5.1).
public struct HTTPHeaders: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    /// One field line.
    public struct Field: Sendable, Equatable {
        public let name: String
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// All fields, repeated ones included.
    public private(set) var fields: [Field]

    public init(_ fields: [Field] = []) { self.fields = fields }

    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }

    public var count: Int { fields.count }

    /// The value of the first field with that name.
    public func first(_ name: String) -> String? {
        fields.first { ASCII.equalIgnoringCase($0.name, name) }?.value
    }

    /// The values of all fields with that name.
    public func all(_ name: String) -> [String] {
        fields.lazy.filter { ASCII.equalIgnoringCase($0.name, name) }.map(\.value)
    }

    /// Appends a field, beside others of that name.
    public mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Puts a field in place of all others of that name.
    public mutating func set(_ name: String, _ value: String) {
        remove(name)
        add(name, value)
    }

    /// Removes all fields with that name.
    public mutating func remove(_ name: String) {
        fields.removeAll { ASCII.equalIgnoringCase($0.name, name) }
    }

    /// Whether the comma-separated list in the fields called `name` holds `token`, without regard to case.
    public func hasToken(_ name: String, _ token: String) -> Bool {
        tokens(name).contains { ASCII.equalIgnoringCase($0, token) }
    }

    /// The elements of the comma-separated list in the fields called `name` (RFC 9110 §5.6.1).
    public func tokens(_ name: String) -> [String] {
        all(name).flatMap { value in
            value.split(separator: ",").map(ASCII.trimmed).filter { !$0.isEmpty }
        }
    }
}
