internal import Configuration

/// What `martletd` can do.
enum Command: Sendable, CaseIterable {
    case serve
    case configDefault, configCheck, configDoc

    var description: CommandDescription {
        switch self {
        case .serve: Self.serveDescription
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
        case .configDoc:
            CommandDescription(
                words: ["config", "doc"],
                summary: "Prints the manual's page about all settings, in Markdown (docs/CONFIGURATION.md).",
                examples: ["martletd config doc > docs/CONFIGURATION.md"])
        }
    }

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
