internal import Configuration

/// `martletd <command> [--flag value]… [operand]…`.
struct CommandLineArguments: Sendable {
    let command: Command
    /// By name, with the dashes; those without a value have an empty one.
    var flags: [String: String] = [:]
    var operands: [String] = []

    var wantsJSON: Bool { flags["--json"] != nil }

    enum Request: Sendable {
        case run(CommandLineArguments)
        /// A text for standard output.
        case show(String)
        /// What is wrong, and the command whose help tells more.
        case wrong(String, help: String)
    }

    static func parse(_ arguments: [String], version: String) -> Request {
        guard let first = arguments.first else { return .wrong("Say what to do.", help: "martletd --help") }
        switch first {
        case "--version", "version": return .show("martletd \(version)")
        case "--help", "-h", "help": return .show(Command.overview)
        default: break
        }
        guard let command = Command.allCases.first(where: { arguments.starts(with: $0.description.words) }) else {
            return unknown(arguments)
        }
        return parse(command, Array(arguments.dropFirst(command.description.words.count)))
    }

    /// A group such as `config` explains itself by listing what is in it.
    private static func unknown(_ arguments: [String]) -> Request {
        let group = Command.allCases.map(\.description).filter { $0.words.first == arguments.first }
        guard !group.isEmpty else {
            return .wrong("There is no command \"\(arguments[0])\".", help: "martletd --help")
        }
        if arguments.count == 2, ["--help", "-h"].contains(arguments[1]) { return .show(Command.list(group)) }
        return .wrong(
            "Say what to do: \(group.map { "martletd \($0.name)" }.joined(separator: ", ")).", help: "martletd --help")
    }

    private static func parse(_ command: Command, _ arguments: [String]) -> Request {
        let description = command.description
        func wrong(_ reason: String) -> Request { .wrong(reason, help: "martletd \(description.name) --help") }
        if arguments.contains("--help") || arguments.contains("-h") { return .show(description.help) }
        var parsed = CommandLineArguments(command: command)
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                parsed.operands.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let flag = description.flags.first(where: { $0.name == parts[0] }) else {
                return wrong(
                    "There is no flag \"\(parts[0])\" of \(description.name). \(nearest(parts[0], description))")
            }
            guard parsed.flags[flag.name] == nil else { return wrong("The flag \(flag.name) stands there twice.") }
            guard flag.value != nil else {
                guard parts.count == 1 else { return wrong("The flag \(flag.name) takes no value.") }
                parsed.flags[flag.name] = ""
                continue
            }
            guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
                return wrong("The flag \(flag.name) wants a value.")
            }
            parsed.flags[flag.name] = value
        }
        guard parsed.operands.count == description.operands.count else {
            return wrong("Write: \(description.usage).")
        }
        return .run(parsed)
    }

    private static func nearest(_ flag: String, _ description: CommandDescription) -> String {
        NearestName.of(flag, in: description.flags.map(\.name)).map { "Did you mean \($0)?" } ?? ""
    }
}
