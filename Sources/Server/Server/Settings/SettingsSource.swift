internal import Configuration
internal import Glibc

/// Where a command's settings come from. Read again, it gives what the file says now.
struct SettingsSource: Sendable {
    private let path: String?
    private let environment: [String: String]
    private let flags: [String: String]

    /// - Parameter flags: those of the command; `--config` names the file.
    init(flags: [String: String], environment: [String: String]) {
        path = flags["--config"] ?? environment[EnvironmentName.configuration]
        self.environment = environment
        self.flags = flags.filter { ServerSettings.table.hasFlag($0.key) }
    }

    func read() throws(ConfigurationError) -> ServerSettings {
        var sources = ConfigurationSources(environment: environment, flags: flags)
        if let path { sources.file = try Self.file(path) }
        return try ServerSettings.table.read(sources)
    }

    /// The settings that a file gives alone.
    static func check(_ path: String) throws(ConfigurationError) -> ServerSettings {
        try ServerSettings.table.read(ConfigurationSources(file: try file(path)))
    }

    private static func file(_ path: String) throws(ConfigurationError) -> ConfigurationFile {
        do throws(ConfigurationFile.ReadError) {
            return try ConfigurationFile.read(path)
        } catch {
            throw ConfigurationError(
                problems: ["\(error.message) \"martletd config default\" prints a file to start from."])
        }
    }

    /// What of the process's environment is ours.
    static func environment() -> [String: String] {
        var values: [String: String] = [:]
        var cursor = environ
        while let entry = cursor.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "="), text.hasPrefix(EnvironmentName.prefix) {
                values[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            cursor += 1
        }
        return values
    }
}
