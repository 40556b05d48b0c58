/// `martlet-bench codec`.
enum CodecCommand {
    static func run(_ options: CodecOptions) throws(BenchFailure) {
        var measured: [CodecReport.Row] = []
        for frame in CodecFrame.all { measured += try CodecRun(frame, options).measure() }
        let report = CodecReport(rows: measured)
        print(options.isJSON ? report.json : report.text)
    }
}
