internal import Configuration

/// What `martletd` can do.
enum Command: Sendable, CaseIterable {
    case serve
    case configDefault, configCheck, configDoc
    case migrateStatus, migrateUp
    case backup, restore
    case status

    var description: CommandDescription {
        switch self {
        case .serve: Self.serveDescription
        case .configDefault, .configCheck, .configDoc: configDescription
        case .migrateStatus, .migrateUp: migrateDescription
        case .backup: Self.backupDescription
        case .restore: Self.restoreDescription
        case .status: Self.statusDescription
        }
    }

    private var configDescription: CommandDescription {
        switch self {
        case .configDefault:
            CommandDescription(
                words: ["config", "default"],
                summary: "Prints a configuration file with every setting at its default, each with its explanation.",
                flags: [.json], examples: ["martletd config default > martlet.yaml"])
        case .configCheck:
            CommandDescription(
                words: ["config", "check"],
                summary: "Names every mistake in a configuration file; nothing is started and nothing is changed.",
                operands: ["FILE"], flags: [.json],
                details: "Exit status: 0 when there is no mistake, 2 when there is one.",
                examples: ["martletd config check martlet.yaml", "martletd config check --json martlet.yaml"])
        default:
            CommandDescription(
                words: ["config", "doc"],
                summary: "Prints the manual's page about all settings, in Markdown (docs/CONFIGURATION.md).",
                flags: [.json], examples: ["martletd config doc > docs/CONFIGURATION.md", "martletd config doc --json"])
        }
    }

    private var migrateDescription: CommandDescription {
        self == .migrateStatus
            ? CommandDescription(
                words: ["migrate", "status"],
                summary: "Tells how far the schema of each file has come, and what the next start would do to it.",
                flags: [.data, .config, .json],
                details: "It changes nothing, and a server may be running.\n"
                    + "Exit status: 1 when a file was written by a newer version, which this one refuses.",
                examples: ["martletd migrate status --data /var/lib/martlet"])
            : CommandDescription(
                words: ["migrate", "up"],
                summary: "Brings the schema of every file up to date, as the next start would.",
                flags: [.data, .config, .json], details: "Refused while a server runs. Make a backup before.",
                examples: ["martletd migrate up --data /var/lib/martlet"])
    }

    private static let backupDescription = CommandDescription(
        words: ["backup"], summary: "Copies the whole data directory as it is at one moment, while the server serves.",
        operands: ["DIR"], flags: [.data, .config, .json],
        details: """
            DIR is empty or not there yet. Every copy is checked; manifest.json, with versions, sizes and SHA-256, is
            written last, so a backup without it is not complete. It has everything that the server has, keys and
            password hashes too: keep it as safe as the server.
            """,
        examples: [
            "martletd backup /backup/martlet-monday", "martletd backup --data /var/lib/martlet --json /backup/monday",
        ])

    private static let restoreDescription = CommandDescription(
        words: ["restore"], summary: "Makes a data directory from a backup.", operands: ["DIR"],
        flags: [.data, .config, .json],
        details: """
            The data directory is empty or not there yet. The backup is held against its manifest first. Clients learn
            that the store is an older copy and read their chats anew.
            """,
        examples: ["martletd restore /backup/martlet-monday --data /var/lib/martlet-restored"])

    private static let statusDescription = CommandDescription(
        words: ["status"], summary: "Tells whether a server runs on the data directory, and how its files are.",
        flags: [
            .data, .config, .json,
            CommandDescription.Flag(name: "--verify", value: nil, summary: "read every file whole and check it"),
        ],
        details: "Exit status: 1 when there is no such directory, or a file cannot be read or is damaged.",
        examples: ["martletd status", "martletd status --data /var/lib/martlet --json", "martletd status --verify"])

    private static var serveDescription: CommandDescription {
        let settings = ServerSettings.table.settings.map { setting in
            CommandDescription.Flag(
                name: setting.flag, value: setting.isSecret ? "FILE" : "VALUE", summary: setting.summary)
        }
        return CommandDescription(
            words: ["serve"], summary: "Serves clients until SIGTERM or SIGINT.",
            flags: [.config] + settings,
            details: """
                It prints its address on standard output when it is ready, logs JSON to standard error, and ends
                once its clients have been told to come back. SIGHUP makes it read its configuration file again.

                Each flag is also a variable of the environment (--log-level is MARTLET_LOG_LEVEL) and a key of the
                file (log.level). Flags are stronger than the environment, and that is stronger than the file. The
                values that each takes are in the file that "martletd config default" prints.

                Exit status: 0 after an orderly end, 1 when the server cannot run, 2 for a mistake in the settings.
                """,
            examples: [
                "martletd serve", "martletd serve --config /etc/martlet/martlet.yaml",
                "martletd serve --data /var/lib/martlet --listen 0.0.0.0:8080 --web Web",
            ])
    }

    static var overview: String {
        """
        martletd: the Martlet messenger server

        \(list(allCases.map(\.description)))
          martletd --version

        Each of them explains itself: martletd serve --help
        Exit status: 0 when it is done, 1 when it could not be done, 2 for a mistake in the command or the settings.
        """
    }

    static func list(_ descriptions: [CommandDescription]) -> String {
        let width = descriptions.map(\.usage.count).max() ?? 0
        return descriptions.map { description in
            "  " + description.usage + String(repeating: " ", count: width + 2 - description.usage.count)
                + description.summary
        }.joined(separator: "\n")
    }
}
