internal import Basics
internal import CLinux
internal import EmbeddedBackend
internal import Glibc
internal import Observability

/// `martletd serve`: starts the server, follows the signals, and drains.
enum ServeCommand {
    static func run(_ settings: ServerSettings, from source: SettingsSource, signals: ProcessSignals) async -> Int32 {
        let begun = MonotonicClock.system.nanoseconds()
        let logger = Logger(minimum: settings.logLevel)
        if settings.limitsProfile == .loadTest {
            logger.warning(
                "THE LIMITS ARE THOSE OF LOAD TESTS: anybody can exhaust this server. Never use them in service.")
        }
        do throws(ServerStartError) {
            let openFiles = try openFiles()
            let server = try await Composition.start(settings, openFiles: openFiles, logger: logger)
            let directory = DataDirectory(settings.dataDirectory)
            let notification = ServiceNotification()
            tellThatItRuns(
                server, milliseconds: Double(MonotonicClock.system.nanoseconds() - begun) / 1e6, openFiles, logger)
            tellWhereItRuns(server, directory, logger)
            CommandOutput.say("martletd is ready on http://\(server.address)")
            notification.tell(.ready)
            let signal = await follow(signals, LiveSettings(settings, source: source, server: server, logger: logger))
            logger.info("The server ends: clients are told to come back.", ["signal": .integer(Int(signal))])
            notification.tell(.stopping)
            RunFile.remove(from: directory)
            await server.stop()
            logger.info("The server has ended.")
            return ExitStatus.done
        } catch {
            CommandOutput.complain(error.message)
            return ExitStatus.failed
        }
    }

    private static func openFiles() throws(ServerStartError) -> OpenFiles {
        let max = clinux_raise_open_files()
        guard let openFiles = OpenFiles(max: max) else {
            throw ServerStartError(
                message:
                    "The process may open only \(max) files and needs at least \(OpenFiles.needed), and one more for "
                    + "each connection. Raise the limit: LimitNOFILE= in its unit, or ulimit -n.")
        }
        return openFiles
    }

    private static func tellThatItRuns(
        _ server: RunningServer, milliseconds: Double, _ openFiles: OpenFiles, _ logger: Logger
    ) {
        logger.info(
            "The server is ready.",
            [
                "version": .system(Version.current), "address": .system(server.address),
                "open_files_max": .identifier(openFiles.max), "start_ms": .milliseconds(milliseconds),
            ])
        guard let address = server.metricsAddress else { return }
        logger.info("Metrics and readiness have an address of their own.", ["metrics_address": .system(address)])
    }

    /// For `martletd status`. Nothing else depends on it.
    private static func tellWhereItRuns(_ server: RunningServer, _ directory: DataDirectory, _ logger: Logger) {
        let now = CalendarTime.text(millisecondsSince1970: WallClock.system.millisecondsSince1970())
        let run = RunFile(
            pid: Int(getpid()), version: Version.current, address: server.address, startedAt: now)
        do throws(DataDirectory.Problem) {
            try run.write(to: directory)
        } catch {
            logger.warning("Where the server runs cannot be written down.", ["reason": .system(error.message)])
        }
    }

    /// - Returns: the signal to end.
    private static func follow(_ signals: ProcessSignals, _ live: LiveSettings) async -> Int32 {
        var live = live
        while true {
            let signal = await signals.next()
            guard signal == SIGHUP else { return signal }
            live.readAgain()
        }
    }
}

/// Why the server cannot run, in words that say what to do.
struct ServerStartError: Error, Sendable {
    let message: String
}
