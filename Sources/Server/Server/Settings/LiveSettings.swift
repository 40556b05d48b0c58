internal import Configuration
internal import Observability

/// The settings of a running server: what SIGHUP changes, and what it cannot.
struct LiveSettings: Sendable {
    /// Those in force.
    private var settings: ServerSettings
    private let source: SettingsSource
    private let server: RunningServer
    private let logger: Logger

    init(_ settings: ServerSettings, source: SettingsSource, server: RunningServer, logger: Logger) {
        (self.settings, self.source, self.server, self.logger) = (settings, source, server, logger)
    }

    /// Reads the sources again and changes what may change. A mistake in them changes nothing.
    mutating func readAgain() {
        let table = ServerSettings.table
        do throws(ConfigurationError) {
            let read = try source.read()
            let changes = table.changes(from: settings, to: read)
            settings = table.live(settings, from: read)
            logger.setMinimum(settings.logLevel)
            server.change(to: settings)
            for setting in changes where !setting.isLive {
                logger.warning(
                    "A setting was changed that waits for the next start.", ["setting": .system(setting.key)])
            }
            let keys = changes.filter(\.isLive).map(\.key).joined(separator: " ")
            logger.info("The settings were read again.", ["changed": .system(keys)])
        } catch {
            for problem in error.problems {
                logger.error("The settings stay as they are: there is a mistake.", ["problem": .system(problem)])
            }
        }
    }
}
