internal import Basics
internal import CLinux
internal import Configuration
internal import Glibc

/// The process: reads the command line and does what it says.
public enum ServerProcess {
    /// Blocks the main thread until the command has ended.
    ///
    /// Not an `async` main: that would leave the main thread to Dispatch, which waits with every signal unblocked, and
    /// SIGTERM would end the process before it has drained.
    ///
    /// - Parameter arguments: without the program's name.
    /// - Returns: the exit status: 0, 1 when it cannot be done, 2 for a wrong command line or setting.
    public static func run(arguments: [String]) -> Int32 {
        switch CommandLineArguments.parse(arguments, version: Version.current) {
        case .show(let text):
            CommandOutput.say(text)
            return ExitStatus.done
        case .wrong(let reason, let help):
            CommandOutput.complain("\(reason) See: \(help)")
            return ExitStatus.wrong
        case .run(let arguments):
            return run(arguments)
        }
    }

    private static func run(_ arguments: CommandLineArguments) -> Int32 {
        clinux_ignore_write_signals()
        switch arguments.command {
        case .configDefault: return ConfigCommands.showDefault(asJSON: arguments.wantsJSON)
        case .configDoc: return ConfigCommands.showManual()
        case .configCheck: return ConfigCommands.check(arguments.operands[0], asJSON: arguments.wantsJSON)
        case .serve: return serve(arguments)
        }
    }

    private static func serve(_ arguments: CommandLineArguments) -> Int32 {
        let source = SettingsSource(flags: arguments.flags, environment: SettingsSource.environment())
        let settings: ServerSettings
        do throws(ConfigurationError) {
            settings = try source.read()
        } catch {
            for problem in error.problems { CommandOutput.complain(problem) }
            return ExitStatus.wrong
        }
        // Blocked before any other thread starts: every thread inherits it, and the signals come to one place.
        let signals = ProcessSignals()
        let ended = BlockingQueue<Int32>(capacity: 1)
        Task(executorPreference: globalConcurrentExecutor) {
            _ = ended.put(await ServeCommand.run(settings, from: source, signals: signals))
        }
        return ended.takeOne() ?? ExitStatus.failed
    }
}
