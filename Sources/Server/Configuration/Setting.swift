internal import Basics

/// The description of one setting: everything that is known of it stands here, and files, environment, flags and
/// documents follow from it.
///
/// The key gives the other names: `auth.refreshDays` is `MARTLET_AUTH_REFRESH_DAYS` in the environment and
/// `--auth-refresh-days` on the command line.
public struct Setting<Settings: Sendable>: Sendable {
    /// What is special about a setting.
    public enum Trait: Sendable {
        /// A change comes into force on SIGHUP; that of others at the next start.
        case live
        /// Never shown. It may stand in a file of its own, named by the key with `File` added; on the command line only
        /// that file can be named.
        case secret
    }

    /// As in the file, with a point for each section.
    public let key: String
    /// One sentence.
    public let summary: String
    let traits: Set<Trait>
    let wanted: String
    let isList: Bool
    /// False when the input has not the setting's form.
    let apply: @Sendable (SettingInput, inout Settings) -> Bool
    let value: @Sendable (Settings) -> SettingInput

    public init<Value>(
        _ key: String, _ path: any WritableKeyPath<Settings, Value> & Sendable, _ form: SettingForm<Value>,
        _ traits: Trait..., summary: String
    ) {
        self.key = key
        self.summary = summary
        self.traits = Set(traits)
        wanted = form.wanted
        isList = form.isList
        apply = { input, settings in
            guard let value = form.read(input) else { return false }
            settings[keyPath: path] = value
            return true
        }
        value = { form.write($0[keyPath: path]) }
    }

    public var isLive: Bool { traits.contains(.live) }
    public var isSecret: Bool { traits.contains(.secret) }

    /// The key of the file that the secret may stand in.
    var fileKey: String? { isSecret ? key + "File" : nil }

    /// The keys under which it may stand.
    var keys: [String] { [key] + (fileKey.map { [$0] } ?? []) }

    /// In the environment.
    public var environmentName: String { Self.environmentName(of: key) }

    /// On the command line; of a secret the flag for its file.
    public var flag: String { Self.flag(of: fileKey ?? key) }

    static func environmentName(of key: String) -> String {
        EnvironmentName.prefix + words(of: key).map { $0.uppercased() }.joined(separator: "_")
    }

    static func flag(of key: String) -> String { "--" + words(of: key).joined(separator: "-") }

    /// `auth.refreshDays` has the words auth, refresh, days.
    private static func words(of key: String) -> [String] {
        var words = [""]
        for character in key {
            if character == "." {
                words.append("")
            } else if character.isUppercase {
                words.append(character.lowercased())
            } else {
                words[words.count - 1].append(character)
            }
        }
        return words
    }
}
