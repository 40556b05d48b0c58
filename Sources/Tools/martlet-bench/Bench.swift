/// The program: finds the command, and turns what went wrong into a line and an exit status.
enum Bench {
    /// - Returns: 0 when measured and all checks held, 1 when not, 2 when the command line is not understood.
    static func run(_ arguments: [String]) -> Int32 {
        let wantsHelp = arguments.contains("--help") || arguments.contains("-h") || arguments.first == "help"
        if wantsHelp {
            print(Help.text)
            return 0
        }
        do throws(BenchFailure) {
            try command(arguments)
            return 0
        } catch {
            error.tell()
            return error.isUsage ? 2 : 1
        }
    }

    private static func command(_ arguments: [String]) throws(BenchFailure) {
        var options = try CommandOptions(arguments.dropFirst())
        switch arguments.first {
        case "pairs":
            let parsed = try PairsOptions(&options)
            try options.finish()
            try PairsCommand.run(parsed)
        case "room":
            let parsed = try RoomOptions(&options)
            try options.finish()
            try RoomCommand.run(parsed)
        case "idle":
            let parsed = try IdleOptions(&options)
            try options.finish()
            try IdleCommand.run(parsed)
        case "fdatasync":
            let parsed = try SyncOptions(&options)
            try options.finish()
            try SyncCommand.run(parsed)
        case "store":
            let parsed = try StoreOptions(&options)
            try options.finish()
            try StoreCommand.run(parsed)
        case "codec":
            let parsed = try CodecOptions(&options)
            try options.finish()
            try CodecCommand.run(parsed)
        case "token":
            let parsed = try CodecOptions(&options, iterations: TokenCommand.iterations)
            try options.finish()
            try TokenCommand.run(parsed)
        case "seal":
            let parsed = try CodecOptions(&options, iterations: SealCommand.iterations)
            try options.finish()
            try SealCommand.run(parsed)
        case let name?: throw .usage("there is no command \(name)")
        case nil: throw .usage("which command?")
        }
    }
}
