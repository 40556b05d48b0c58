internal import Configuration

/// `martletd config …`: nothing is started.
enum ConfigCommands {
    static func showDefault(asJSON: Bool) -> Int32 {
        let file = ServerSettings.table.defaultFile()
        CommandOutput.say(asJSON ? JSONText.object(["file": .text(file)]).line : String(file.dropLast()))
        return ExitStatus.done
    }

    static func showManual(asJSON: Bool) -> Int32 {
        guard asJSON else {
            CommandOutput.say(String(ServerSettings.table.manual().dropLast()))
            return ExitStatus.done
        }
        let settings = ServerSettings.table.descriptions().map { setting in
            JSONText.object([
                "key": .text(setting.key), "environment": .text(setting.environment), "flag": .text(setting.flag),
                "default": .text(setting.standard), "values": .text(setting.values), "summary": .text(setting.summary),
                "live": .boolean(setting.isLive), "secret": .boolean(setting.isSecret),
            ])
        }
        CommandOutput.say(JSONText.object(["settings": .list(settings)]).line)
        return ExitStatus.done
    }

    static func check(_ path: String, asJSON: Bool) -> Int32 {
        var problems: [String] = []
        do throws(ConfigurationError) {
            _ = try SettingsSource.check(path)
        } catch {
            problems = error.problems
        }
        if asJSON {
            let answer = JSONText.object([
                "file": .text(path), "correct": .boolean(problems.isEmpty),
                "problems": .list(problems.map { .text($0) }),
            ])
            CommandOutput.say(answer.line)
        } else if problems.isEmpty {
            CommandOutput.say("\(path) is correct.")
        } else {
            for problem in problems { CommandOutput.complain(problem) }
        }
        return problems.isEmpty ? ExitStatus.done : ExitStatus.wrong
    }
}
