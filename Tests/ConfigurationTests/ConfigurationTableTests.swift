import Testing

@testable import Configuration

/// One setting of each form.
struct Sample: Sendable, Equatable {
    var name = "swift"
    var days = 30
    var memory = 64 << 20
    var isLoud = false
    var port: Int?
    var tags: [String] = []
    var token: Secret?

    static let table = ConfigurationTable<Sample>(
        [
            Setting("name", \.name, .text, summary: "A name."),
            Setting("auth.refreshDays", \.days, .number(1...60), .live, summary: "Days."),
            Setting("auth.memory", \.memory, .mebibytes(1...1_024), summary: "Memory."),
            Setting("log.isLoud", \.isLoud, .onOff, .live, summary: "Loud."),
            Setting("log.port", \.port, .optional(.number(1...9)), summary: "Port."),
            Setting("tags", \.tags, .list(of: .text), summary: "Tags."),
            Setting("metrics.token", \.token, .optional(.secret), .secret, summary: "Token."),
        ],
        standard: Sample(), check: { $0.name == "bad" ? ["The name is bad."] : [] })
}

@Suite struct ConfigurationTableTests {
    private func read(
        _ yaml: String? = nil, environment: [String: String] = [:], flags: [String: String] = [:],
        isWorldReadable: Bool = false
    ) throws(ConfigurationError) -> Sample {
        var sources = ConfigurationSources(environment: environment, flags: flags)
        sources.file = yaml.map {
            ConfigurationFile(path: "m.yaml", bytes: Array($0.utf8), isWorldReadable: isWorldReadable)
        }
        return try Sample.table.read(sources)
    }

    private func problems(
        _ yaml: String? = nil, environment: [String: String] = [:], flags: [String: String] = [:],
        isWorldReadable: Bool = false
    ) -> [String] {
        do throws(ConfigurationError) {
            _ = try read(yaml, environment: environment, flags: flags, isWorldReadable: isWorldReadable)
            return []
        } catch {
            return error.problems
        }
    }

    @Test func everyFormIsReadFromAFile() throws {
        let read = try read(
            """
            # A comment.
            name: "martlet"
            auth: {refreshDays: 7, memory: 128MiB}
            log:
              isLoud: on
              port: 3
            tags:
              - one
              - "two, three"
            metrics:
              token: 0123456789abcdef
            """)
        let expected = Sample(
            name: "martlet", days: 7, memory: 128 << 20, isLoud: true, port: 3, tags: ["one", "two, three"],
            token: Secret("0123456789abcdef"))
        #expect(read == expected)
    }

    @Test(arguments: ["", "# only a comment\n", "---\n", "auth:\nlog:\n", "{}", "log: {port: null}"])
    func aFileThatSaysNothingLeavesTheDefaults(_ yaml: String) throws {
        #expect(try read(yaml) == Sample())
    }

    @Test func theDefaultFileGivesExactlyTheDefaults() throws {
        let file = Sample.table.defaultFile()
        #expect(try read(file) == Sample())
        for setting in Sample.table.settings {
            #expect(file.contains("\(setting.key.split(separator: ".").last ?? ""): "), "\(setting.key)")
        }
    }

    @Test func flagsAreStrongerThanTheEnvironmentAndThatThanTheFile() throws {
        let file = "name: file\nauth: {refreshDays: 1}\ntags: [file]"
        let environment = ["MARTLET_AUTH_REFRESH_DAYS": "2", "MARTLET_TAGS": "a,b"]
        let read = try read(file, environment: environment, flags: ["--tags": "c"])
        #expect(read == Sample(name: "file", days: 2, tags: ["c"]))
    }

    @Test func variablesOfTestsAreNoSettings() throws {
        #expect(try read(environment: ["MARTLET_SEED": "1", "MARTLET_CONFIG": "x"]) == Sample())
    }

    @Test(arguments: [
        ("nmae: x", "m.yaml:1: nmae: there is no such setting. Did you mean name?"),
        (
            "auth:\n  refreshdays: 1",
            "m.yaml:2: auth.refreshdays: there is no such setting. Did you mean auth.refreshDays?"
        ),
        ("refreshDays: 1", "m.yaml:1: refreshDays: there is no such setting. Did you mean auth.refreshDays?"),
        (
            "auth:\n  colour: 1",
            "m.yaml:2: auth.colour: there is no such setting. In this section there are: refreshDays, memory."
        ),
        ("colour: red", "m.yaml:1: colour: there is no such setting. See: martletd config default"),
        ("auth: 3", "m.yaml:1: auth is a section. In it may stand, each on a line further in: refreshDays, memory."),
        ("name: {first: x}", "m.yaml:1: name cannot be a section. Use a text."),
        ("name: [x]", "m.yaml:1: name cannot be the list [x]. Use a text."),
        ("name:", "m.yaml:1: name cannot be empty. Use a text."),
        ("\nauth: {refreshDays: 61}", "m.yaml:2: auth.refreshDays cannot be \"61\". Use a number from 1 to 60."),
        (
            "auth: {refreshDays: \"30\"}",
            "m.yaml:1: auth.refreshDays cannot be the text \"30\". Use a number from 1 to 60."
        ),
        ("log: {isLoud: maybe}", "m.yaml:1: log.isLoud cannot be \"maybe\". Use on or off."),
        ("tags: one", "m.yaml:1: tags cannot be \"one\". Use a list; each is a text."),
        ("tags: [a, a]", "m.yaml:1: tags cannot be the list [a, a]. Use a list; each is a text."),
        ("tags: [[a]]", "m.yaml:1: tags cannot be the list []. Use a list; each is a text."),
        (
            "metrics: {token: abc}",
            "m.yaml:1: metrics.token cannot be what it is. Use 16 to 1024 visible ASCII characters."
        ),
        ("name: a\nname: b", "m.yaml:2: name stands here a second time, after line 1; remove one."),
        ("name: &x a\ntags: [*x]", "m.yaml:1: anchors (&name) are not understood here."),
        ("name: *x", "m.yaml:1: aliases (*name) are not understood here."),
        ("name: !!str a", "m.yaml:1: tags (!name) are not understood here."),
        ("name: a\n---\nname: b", "m.yaml:3: this is of a second document; a configuration is one."),
        ("- name", "m.yaml:1: a configuration is made of lines such as \"listen: …\"."),
        ("[a]: b", "m.yaml:1: a key has to be a name."),
        ("name: bad", "The name is bad."),
    ])
    func aMistakeIsToldWithItsPlaceAndARemedy(_ yaml: String, _ problem: String) {
        #expect(problems(yaml) == [problem])
    }

    @Test(arguments: ["name: [", "\tname: x", "name: \"x", "a: b: c", "name: x\n  y: z"])
    func whatIsNoYAMLIsToldWithItsLine(_ yaml: String) {
        let told = problems(yaml)
        #expect(told.count == 1)
        #expect(told[0].contains(": this is no YAML: "))
        #expect(told[0].hasPrefix("m.yaml:"))
    }

    @Test func aByteThatIsNoTextIsFound() throws {
        let file = ConfigurationFile(path: "m.yaml", bytes: Array("name: x\n# ".utf8) + [0xFF, 0x0A])
        let error = #expect(throws: ConfigurationError.self) {
            try Sample.table.read(ConfigurationSources(file: file))
        }
        #expect(error?.problems.first?.hasPrefix("m.yaml:2: this is no YAML") == true)
    }

    @Test func depthAndNumberAreBounded() {
        let deep = String(repeating: "[", count: 10_000)
        #expect(problems("name: \(deep)") == ["m.yaml:1: sections stand deeper than 8 in each other."])
        let many = "tags: [\(String(repeating: "a,", count: 20_000))]"
        #expect(problems(many) == ["m.yaml:1: there is more than a configuration has."])
    }

    @Test func everyMistakeIsToldAtOnce() {
        let told = problems(
            "nmae: x\nauth: {refreshDays: 0}", environment: ["MARTLET_NAEM": "y", "MARTLET_LOG_PORT": "x"],
            flags: ["--auth-memory": "1"])
        #expect(told.count == 5)
        #expect(told.contains("MARTLET_NAEM is no setting. Did you mean MARTLET_NAME?"))
        #expect(told.contains("MARTLET_LOG_PORT cannot be \"x\". Use a number from 1 to 9."))
    }

    @Test func changesAreToldAndOnlyLiveOnesAreTaken() throws {
        let new = try read("name: other\nauth: {refreshDays: 5}")
        let changed = Sample.table.changes(from: Sample(), to: new)
        #expect(changed.map(\.key) == ["name", "auth.refreshDays"])
        #expect(changed.map(\.isLive) == [false, true])
        #expect(Sample.table.live(Sample(), from: new) == Sample(days: 5))
    }

    @Test func namesFollowFromTheKey() {
        let setting = Sample.table.settings[1]
        #expect(setting.environmentName == "MARTLET_AUTH_REFRESH_DAYS")
        #expect(setting.flag == "--auth-refresh-days")
        #expect(Sample.table.settings[6].flag == "--metrics-token-file")
    }

    @Test func aSecretShowsItselfNowhere() throws {
        let read = try read("metrics: {token: 0123456789abcdef}")
        #expect(!"\(read)".contains("0123456789"))
        #expect(!"\(read.token as Any)".contains("0123456789"))
        #expect(problems(environment: ["MARTLET_METRICS_TOKEN": "hunter2"]).first?.contains("hunter2") == false)
    }

    @Test func aSecretInAFileThatEverybodyReadsIsRefused() {
        let told = problems("metrics: {token: 0123456789abcdef}", isWorldReadable: true)
        #expect(told.count == 1)
        #expect(told[0].contains("chmod 600 m.yaml"))
        #expect(problems("name: x", isWorldReadable: true) == [])
    }

    @Test func aSecretThatIsSaidTwiceInOneSourceIsRefused() {
        let told = problems("metrics: {token: 0123456789abcdef, tokenFile: /nowhere}")
        #expect(told.contains { $0.contains("say the same secret") })
    }
}

@Suite struct NearestNameTests {
    @Test func slipsAreCorrectedAndOtherWordsAreNot() {
        let names = ["listen", "limits.profile", "data"]
        #expect(NearestName.of("lisen", in: names) == "listen")
        #expect(NearestName.of("LISTEN", in: names) == "listen")
        #expect(NearestName.of("colour", in: names) == nil)
        #expect(NearestName.of(String(repeating: "x", count: 100_000), in: names) == nil)
    }
}
