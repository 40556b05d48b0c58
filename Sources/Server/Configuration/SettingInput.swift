/// What a source says of one setting, before anybody knows what it means.
public enum SettingInput: Sendable, Equatable {
    /// Nothing: `null` in a file, an empty text elsewhere.
    case none
    /// One value.
    ///
    /// - isQuoted: it stood in quotation marks, so it is a text even if it looks like a number.
    case scalar(String, isQuoted: Bool = false)
    case list([String])
    /// A section of a file.
    case section
}
