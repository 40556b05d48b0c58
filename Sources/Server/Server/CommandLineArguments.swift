/// `martletd <command> [--flag value]…`.
struct CommandLineArguments: Sendable {
    enum Command: Sendable {
        case serve(flags: [String: String])
        case help
        case version
        case wrong(String)
    }

    static let serveFlags: Set<String> = ["--data", "--listen", "--web"]

    static func parse(_ arguments: [String]) -> Command {
        guard let command = arguments.first else { return .wrong("Say what to do.") }
        if arguments.contains("--help") || arguments.contains("-h") || command == "help" { return .help }
        switch command {
        case "--version", "version": return .version
        case "serve": return serve(Array(arguments.dropFirst()))
        default: return .wrong("There is no command \"\(command)\".")
        }
    }

    private static func serve(_ arguments: [String]) -> Command {
        var flags: [String: String] = [:]
        var index = 0
        while index < arguments.count {
            var flag = arguments[index]
            var value: String?
            if let equals = flag.firstIndex(of: "=") {
                value = String(flag[flag.index(after: equals)...])
                flag = String(flag[..<equals])
            }
            guard serveFlags.contains(flag) else { return .wrong("There is no flag \"\(flag)\" of serve.") }
            if value == nil {
                index += 1
                guard index < arguments.count else { return .wrong("The flag \(flag) wants a value.") }
                value = arguments[index]
            }
            flags[flag] = value
            index += 1
        }
        return .serve(flags: flags)
    }

    static let help = """
        martletd: the Martlet messenger server

        Usage:
          martletd serve [--data DIR] [--listen HOST:PORT] [--web DIR]
          martletd --version
          martletd --help

        Flags of serve, with the environment variable that does the same:
          --data DIR          MARTLET_DATA     where everything is stored; made when it is not there (./data)
          --listen HOST:PORT  MARTLET_LISTEN   a numeric address; port 0 chooses one (127.0.0.1:8080)
          --web DIR           MARTLET_WEB      the web client to serve at / (none)

        Environment only:
          MARTLET_LOG_LEVEL       debug, info, warning or error (info)
          MARTLET_LOOPS           event loops; 0 means one per processor (0)
          MARTLET_AUTH_ARGON2     memory and passes of password hashing (64MiB,2)
          MARTLET_STORE_CACHE     page cache of the message store's writer (64MiB)
          MARTLET_CONNECTIONS_MAX              connections of the process (100000)
          MARTLET_CONNECTIONS_PER_ADDRESS_MAX  connections from one address, IPv6 by /64 (4096)
          MARTLET_HTTP_ORIGINS    origins whose pages may call: https://chat.example,… (none)
          MARTLET_HTTP_STRICT_TRANSPORT  seconds for Strict-Transport-Security, behind TLS only (none)
          MARTLET_TRUSTED_PROXIES networks of proxies whose word about addresses counts: 10.0.0.0/8,… (none)
          MARTLET_PROXY_PROTOCOL  v2 when those proxies begin connections with its header, else off (off)
          MARTLET_LIMITS_PROFILE  default, or load-test for tests and benchmarks only (default)

        Examples:
          martletd serve
          martletd serve --data /var/lib/martlet --listen 0.0.0.0:8080 --web Web

        It prints its address on standard output when it is ready, logs JSON to standard error, and ends after SIGTERM
        or SIGINT once its clients have been told to come back.
        """
}
