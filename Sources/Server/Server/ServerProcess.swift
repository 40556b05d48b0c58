internal import Basics
internal import CLinux
internal import Configuration
internal import EmbeddedBackend
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
        // What is stored is nobody else's: files are made for their owner alone.
        umask(0o077)
        switch arguments.command {
        case .configDefault: return ConfigCommands.showDefault(asJSON: arguments.wantsJSON)
        case .configDoc: return ConfigCommands.showManual(asJSON: arguments.wantsJSON)
        case .configCheck: return ConfigCommands.check(arguments.operands[0], asJSON: arguments.wantsJSON)
        case .serve: return withSettings(arguments) { serve($0, from: $1) }
        case .migrateStatus: return withStores(arguments) { (stores) throws(Problem) in try stores.migrateStatus() }
        case .migrateUp: return withStores(arguments) { (stores) throws(Problem) in try stores.migrateUp() }
        case .backup:
            return withStores(arguments) { (stores) throws(Problem) in try stores.backUp(to: arguments.operands[0]) }
        case .restore:
            return withStores(arguments) { (stores) throws(Problem) in try stores.restore(from: arguments.operands[0]) }
        case .status:
            let isVerifying = arguments.flags["--verify"] != nil
            return withStores(arguments) { (stores) throws(Problem) in try stores.status(verifying: isVerifying) }
        }
    }

    private static func withSettings(
        _ arguments: CommandLineArguments, _ body: (ServerSettings, SettingsSource) -> Int32
    ) -> Int32 {
        let source = SettingsSource(flags: arguments.flags, environment: SettingsSource.environment())
        do throws(ConfigurationError) {
            return body(try source.read(), source)
        } catch {
            for problem in error.problems { CommandOutput.complain(problem) }
            return ExitStatus.wrong
        }
    }

    private typealias Problem = DataDirectory.Problem

    private static func withStores(
        _ arguments: CommandLineArguments, _ body: (StoreCommands) throws(Problem) -> Int32
    ) -> Int32 {
        withSettings(arguments) { settings, _ in
            do throws(Problem) {
                return try body(StoreCommands(settings, asJSON: arguments.wantsJSON))
            } catch {
                CommandOutput.complain(error.message)
                return ExitStatus.failed
            }
        }
    }

    private static func serve(_ settings: ServerSettings, from source: SettingsSource) -> Int32 {
        // Blocked before any other thread starts: every thread inherits it, and the signals come to one place.
        let signals = ProcessSignals()
        let ended = BlockingQueue<Int32>(capacity: 1)
        Task(executorPreference: globalConcurrentExecutor) {
            _ = ended.put(await ServeCommand.run(settings, from: source, signals: signals))
        }
        return ended.takeOne() ?? ExitStatus.failed
    }
}
