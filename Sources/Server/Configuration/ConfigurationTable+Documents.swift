/// What is written about the settings: a file to start from, and the page of the manual.
extension ConfigurationTable {
    /// A complete file with every setting at its default. Read back, it changes nothing.
    public func defaultFile() -> String {
        var text = """
            # The settings of martletd, all at their defaults: delete what you do not change.
            #
            #   martletd serve --config FILE        uses this file
            #   martletd config check FILE          looks for mistakes in it
            #
            # Flags are stronger than the environment, and that is stronger than this file. Settings that are called
            # live change when the file has changed and the server gets SIGHUP, all others when it starts again.

            """
        var section = ""
        for setting in ordered {
            let path = setting.key.split(separator: ".")
            let inside = path.dropLast().joined(separator: ".")
            if inside != section {
                section = inside
                text += "\n\(inside):"
            }
            let indent = inside.isEmpty ? "" : "  "
            text += "\n\(indent)# \(setting.summary)\n"
            text += "\(indent)# \(sentence(setting))\n"
            text += "\(indent)\(path.last ?? ""): \(written(setting))\n"
            if let fileKey = setting.fileKey {
                text += "\(indent)# Or the path of a file that has it and that not everybody may read.\n"
                text += "\(indent)\(fileKey.split(separator: ".").last ?? ""): null\n"
            }
        }
        return text
    }

    /// A page of the manual, in Markdown.
    public func manual() -> String {
        var text = """
            # Configuration

            This page is written by `martletd config doc`.

            A setting can be given in a file (`martletd serve --config FILE`, or `MARTLET_CONFIG=FILE`), in the
            environment, and as a flag of `martletd serve`. Flags are stronger than the environment, the environment is
            stronger than the file. The names follow from each other: `auth.refreshDays` in the file is
            `MARTLET_AUTH_REFRESH_DAYS` in the environment and `--auth-refresh-days` on the command line. In a file a
            list is `[one, two]`; elsewhere it is `one,two`.

            * `martletd config default` prints a file with everything at its default.
            * `martletd config check FILE` names every mistake in a file, with its line and what to write instead. The
              server does not start with a mistake: unknown keys, keys that stand twice and values of a wrong form are
              mistakes, and so is an unknown `MARTLET_…` variable.
            * On SIGHUP the server reads the file again. Settings that are *live* change; of others it logs that they
              wait for the next start. A file with a mistake changes nothing.
            * A *secret* may stand in a file of its own, which not everybody may read: `metrics.tokenFile` names the
              file for `metrics.token`. On the command line only that file can be named: everybody sees command lines.
            * The file is YAML without anchors, aliases and tags, of at most \(ConfigurationFile.bytesMax >> 10) KiB.

            | key | default | values | what it is |
            |---|---|---|---|

            """
        for setting in ordered {
            let traits = (setting.isLive ? " *Live.*" : "") + (setting.isSecret ? " *Secret.*" : "")
            text += "| `\(setting.key)` | `\(written(setting))` | \(setting.wanted) | \(setting.summary)\(traits) |\n"
        }
        return text
    }

    /// What the manual says of one setting.
    public struct Description: Sendable {
        public let key, environment, flag, standard, values, summary: String
        public let isLive, isSecret: Bool
    }

    /// The same for programs.
    public func descriptions() -> [Description] {
        ordered.map { setting in
            Description(
                key: setting.key, environment: setting.environmentName, flag: setting.flag,
                standard: written(setting), values: setting.wanted, summary: setting.summary,
                isLive: setting.isLive, isSecret: setting.isSecret)
        }
    }

    /// Settings without a section first: in YAML nothing ends a section but the next one.
    private var ordered: [Setting<Settings>] {
        var sections: [String] = [""]
        for setting in settings where !sections.contains(setting.section) { sections.append(setting.section) }
        return sections.flatMap { section in settings.filter { $0.section == section } }
    }

    private func sentence(_ setting: Setting<Settings>) -> String {
        "Takes \(setting.wanted). \(setting.isLive ? "Live. " : "")\(setting.environmentName), \(setting.flag)"
    }

    private func written(_ setting: Setting<Settings>) -> String {
        switch setting.value(standard) {
        case .none, .section: "null"
        case .scalar(let text, _): Self.yaml(text)
        case .list(let texts): "[\(texts.map(Self.yaml).joined(separator: ", "))]"
        }
    }

    /// Quoted, if it would be something else without.
    private static func yaml(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && !["null", "~"].contains(text)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"),
                    UInt8(ascii: ","), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
        return isPlain ? text : "\"\(text)\""
    }
}

extension Setting {
    /// Empty for those at the top.
    fileprivate var section: String { key.split(separator: ".").dropLast().joined(separator: ".") }
}
