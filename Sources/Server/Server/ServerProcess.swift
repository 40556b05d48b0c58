internal import Basics
internal import CLinux
internal import Contracts
internal import Cryptography
internal import EmbeddedBackend
internal import Glibc
internal import Identity
internal import Observability
internal import WireProtocol

/// The process: reads the command line, starts the server, waits for the signal to end, and drains.
public enum ServerProcess {
    /// Blocks the main thread until the server has ended.
    ///
    /// Not an `async` main: that would leave the main thread to Dispatch, which waits with every signal unblocked, and
    /// SIGTERM would end the process before it has drained.
    ///
    /// - Parameter arguments: without the program's name.
    /// - Returns: the exit status: 0, 1 when the server cannot run, 2 for a wrong command line or setting.
    public static func run(arguments: [String]) -> Int32 {
        // Blocked before any other thread starts: every thread inherits it, and the signals come to one place.
        let signals = TerminationSignals()
        let ended = BlockingQueue<Int32>(capacity: 1)
        Task(executorPreference: globalConcurrentExecutor) {
            _ = ended.put(await run(arguments, signals: signals))
        }
        return ended.takeOne() ?? 1
    }

    private static func run(_ arguments: [String], signals: TerminationSignals) async -> Int32 {
        switch CommandLineArguments.parse(arguments) {
        case .help:
            print(CommandLineArguments.help)
            return 0
        case .version:
            print("martletd \(Version.current)")
            return 0
        case .wrong(let reason):
            complain("\(reason) See: martletd --help")
            return 2
        case .serve(let flags):
            do throws(ServerSettings.InvalidSetting) {
                let settings = try ServerSettings.read(flags: flags, environment: environment())
                return await serve(settings, signals: signals)
            } catch {
                complain(error.message)
                return 2
            }
        }
    }

    private static func serve(_ settings: ServerSettings, signals: TerminationSignals) async -> Int32 {
        clinux_ignore_write_signals()
        let logger = Logger(minimum: settings.logLevel)
        let openFiles = clinux_raise_open_files()
        if settings.limitsProfile == .loadTest {
            logger.warning(
                "THE LIMITS ARE THOSE OF LOAD TESTS: anybody can exhaust this server. Never use them in service.")
        }
        do throws(ServerStartError) {
            let server = try await Composition.start(settings, logger: logger)
            logger.info(
                "The server is ready.",
                [
                    "version": .literal("0.1.0"), "address": .system(server.address),
                    "open_files_max": .identifier(openFiles),
                ])
            print("martletd is ready on http://\(server.address)")
            fflush(nil)
            let signal = await signals.first()
            logger.info("The server ends: clients are told to come back.", ["signal": .integer(Int(signal))])
            await server.stop()
            logger.info("The server has ended.")
            return 0
        } catch {
            complain(error.message)
            return 1
        }
    }

    private static func complain(_ message: String) {
        Logger.writeToStandardError(Array("martletd: \(message)\n".utf8))
    }

    private static func environment() -> [String: String] {
        var values: [String: String] = [:]
        var cursor = environ
        while let entry = cursor.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "="), text.hasPrefix("MARTLET_") {
                values[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            cursor += 1
        }
        return values
    }
}

/// Why the server cannot run, in words that say what to do.
struct ServerStartError: Error, Sendable {
    let message: String
}
