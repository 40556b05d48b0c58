internal import Basics
internal import Configuration
internal import EmbeddedBackend
internal import Glibc
internal import Observability

/// The commands that look after a data directory: `migrate`, `backup`, `restore`, `status`.
struct StoreCommands {
    let directory: DataDirectory
    let asJSON: Bool

    init(_ settings: ServerSettings, asJSON: Bool) {
        directory = DataDirectory(settings.dataDirectory)
        self.asJSON = asJSON
    }

    // MARK: migrate

    func migrateStatus() throws(DataDirectory.Problem) -> Int32 {
        let states = try directory.states()
        answer(
            .object(["data": .text(directory.path), "files": .list(states.map(Self.json))]),
            states.map { state in
                let pending = state.pending.map(String.init).joined(separator: ", ")
                return "\(state.file.name): \(Self.schema(state))"
                    + (state.isNewer
                        ? "; written by a newer version, which is the one to start"
                        : pending.isEmpty ? "; nothing to do" : "; steps to do: \(pending)")
            })
        return states.contains(where: \.isNewer) ? ExitStatus.failed : ExitStatus.done
    }

    func migrateUp() throws(DataDirectory.Problem) -> Int32 {
        let before = directory.exists ? try directory.states() : []
        try directory.migrate()
        let after = try directory.states()
        answer(
            .object(["data": .text(directory.path), "files": .list(after.map(Self.json))]),
            after.map { state in
                let old = before.first { $0.file == state.file }?.schema ?? 0
                return old == state.schema
                    ? "\(state.file.name): nothing to do, \(Self.schema(state))"
                    : "\(state.file.name): from schema \(old) to \(Self.schema(state))"
            })
        return ExitStatus.done
    }

    // MARK: backup and restore

    func backUp(to target: String) throws(DataDirectory.Problem) -> Int32 {
        var shown = ""
        let files = try directory.backUp(to: target) { file, done, all in
            let line = "\(file.name): \(all == 0 ? 100 : done * 10 / all * 10) % of \(Self.size(UInt64(all)))"
            guard !asJSON, line != shown else { return }
            shown = line
            CommandOutput.say(line)
        }
        let now = CalendarTime.text(millisecondsSince1970: WallClock.system.millisecondsSince1970())
        let manifest = BackupManifest(version: Version.current, createdAt: now, files: files)
        try DataDirectory(target).put(Array("\(manifest.json.line)\n".utf8), as: BackupManifest.name)
        let total = files.reduce(0) { $0 + $1.byteCount }
        answer(
            manifest.json,
            ["\(target) has the whole of \(directory.path), checked: \(files.count) files, \(Self.size(total))."])
        return ExitStatus.done
    }

    func restore(from backup: String) throws(DataDirectory.Problem) -> Int32 {
        let manifest = try Self.manifest(of: backup)
        try directory.restore(manifest.files, from: backup)
        answer(
            .object(["data": .text(directory.path), "backup": manifest.json]),
            [
                "\(directory.path) is as \(backup) was at \(manifest.createdAt) (martletd \(manifest.version)).",
                "Start the server on it: martletd serve --data \(directory.path)",
            ])
        return ExitStatus.done
    }

    private static func manifest(of backup: String) throws(DataDirectory.Problem) -> BackupManifest {
        let path = "\(backup)/\(BackupManifest.name)"
        do throws(ConfigurationFile.ReadError) {
            let file = try ConfigurationFile.read(path, bytesMax: BackupManifest.bytesMax)
            if let manifest = BackupManifest(file.bytes) { return manifest }
        } catch {
            throw DataDirectory.Problem(
                message: "\(error.message) Name a directory that \"martletd backup\" has made to its end.")
        }
        throw DataDirectory.Problem(
            message: "\(path) is no manifest that this version knows: use the version that made the backup, or another "
                + "backup.")
    }

    // MARK: status

    func status(verifying: Bool) throws(DataDirectory.Problem) -> Int32 {
        let states = try directory.states()
        let isRunning = directory.isInUse()
        let run = isRunning ? RunFile.read(from: directory) : nil
        if verifying { try directory.verify() }
        var server: JSONText = .none
        var line = "no server runs"
        if isRunning {
            server = .object([:])
            line = "a server is starting, or another command is at work"
        }
        if let run {
            server = .object([
                "pid": .number(run.pid), "version": .text(run.version), "address": .text(run.address),
                "startedAt": .text(run.startedAt),
            ])
            line = "serves on \(run.address), version \(run.version), process \(run.pid), since \(run.startedAt)"
        }
        answer(
            .object([
                "data": .text(directory.path), "running": .boolean(isRunning), "server": server,
                "files": .list(states.map(Self.json)), "verified": .boolean(verifying),
            ]),
            ["\(directory.path): \(line)"]
                + states.map { state in
                    "\(state.file.name): \(Self.schema(state)), \(Self.size(state.byteCount)), "
                        + "log \(Self.size(state.logByteCount))\(verifying ? ", checked" : "")"
                })
        return ExitStatus.done
    }

    // MARK: What is said

    private func answer(_ json: JSONText, _ lines: [String]) {
        CommandOutput.say(asJSON ? json.line : lines.joined(separator: "\n"))
    }

    private static func json(_ state: DataDirectory.FileState) -> JSONText {
        .object([
            "name": .text(state.file.name), "schema": state.schema.map { .number(Int($0)) } ?? .none,
            "newestSchema": .number(Int(state.file.newestSchema)),
            "pending": .list(state.pending.map { .number(Int($0)) }),
            "bytes": .number(Int(clamping: state.byteCount)), "logBytes": .number(Int(clamping: state.logByteCount)),
        ])
    }

    private static func schema(_ state: DataDirectory.FileState) -> String {
        state.schema.map { "schema \($0) of \(state.file.newestSchema)" } ?? "not there yet"
    }

    private static func size(_ bytes: UInt64) -> String {
        bytes < 10 << 20 ? "\((bytes + 1_023) >> 10) KiB" : "\(bytes >> 20) MiB"
    }
}
