/// What a source says of one setting, and where.
struct SettingAssignment<Settings: Sendable>: Sendable {
    let setting: Setting<Settings>
    let input: SettingInput
    /// As an operator finds it: `martlet.yaml:12: listen`, `MARTLET_LISTEN`, `--listen`.
    let place: String
    /// The value names the file that has the secret.
    let namesFile: Bool

    /// Puts it into the settings.
    ///
    /// - Returns: what is wrong with it, or nil.
    func apply(to settings: inout Settings) -> String? {
        guard namesFile else {
            if setting.apply(input, &settings) { return nil }
            let shown = setting.isSecret ? "what it is" : input.words
            return "\(place) cannot be \(shown). Use \(setting.wanted)."
        }
        if input == .none { return nil }
        guard case .scalar(let path, _) = input else {
            return "\(place) cannot be \(input.words). Use the path of a file that has the secret and nothing else."
        }
        do throws(ConfigurationFile.ReadError) {
            let file = try ConfigurationFile.read(path, bytesMax: Secret.bytesMax + 2)
            guard !file.isWorldReadable else {
                return "\(place): everybody may read \(path). Forbid it: chmod 600 \(path)"
            }
            if setting.apply(.scalar(Self.line(file.bytes)), &settings) { return nil }
            return "\(place): \(path) has to have one line with \(setting.wanted)."
        } catch {
            return "\(place): \(error.message)"
        }
    }

    /// A file's only line, without its end.
    private static func line(_ bytes: [UInt8]) -> String {
        var bytes = bytes[...]
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension SettingInput {
    /// As it is told to whoever wrote it.
    fileprivate var words: String {
        switch self {
        case .none: "empty"
        case .scalar(let text, isQuoted: false): "\"\(Self.shortened(text))\""
        case .scalar(let text, isQuoted: true): "the text \"\(Self.shortened(text))\""
        case .list(let texts): "the list [\(Self.shortened(texts.joined(separator: ", ")))]"
        case .section: "a section"
        }
    }

    /// Enough to know it again.
    private static func shortened(_ text: String) -> String {
        text.count > 80 ? "\(text.prefix(80))…" : text
    }
}
