/// All settings of a program, in the order of its documents.
///
/// An immutable value: reading makes new settings from the defaults each time.
public struct ConfigurationTable<Settings: Sendable>: Sendable {
    public let settings: [Setting<Settings>]
    /// What holds when nobody says anything.
    public let standard: Settings
    /// What no setting can tell alone: sentences about settings that do not fit each other.
    let check: @Sendable (Settings) -> [String]

    public init(
        _ settings: [Setting<Settings>], standard: Settings,
        check: @escaping @Sendable (Settings) -> [String] = { _ in [] }
    ) {
        let names = settings.flatMap { $0.keys.map(Setting<Settings>.environmentName) }
        precondition(Set(names).count == names.count, "two settings have one name")
        self.settings = settings
        self.standard = standard
        self.check = check
    }

    /// The settings that the sources say together. Reads the files that secrets stand in, and nothing else.
    ///
    /// Every problem is told at once, also those of values that a stronger source overrules.
    public func read(_ sources: ConfigurationSources) throws(ConfigurationError) -> Settings {
        var problems: [String] = []
        var assignments: [SettingAssignment<Settings>] = []
        if let file = sources.file { assignments += read(file, &problems) }
        assignments += read(environment: sources.environment, &problems)
        assignments += read(flags: sources.flags, &problems)
        var settings = standard
        for assignment in assignments {
            if let problem = assignment.apply(to: &settings) { problems.append(problem) }
        }
        if problems.isEmpty { problems = check(settings) }
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
        return settings
    }

    /// The settings that differ.
    public func changes(from old: Settings, to new: Settings) -> [Setting<Settings>] {
        settings.filter { $0.value(old) != $0.value(new) }
    }

    /// The same as `settings`, with the live ones of `new`.
    public func live(_ settings: Settings, from new: Settings) -> Settings {
        var merged = settings
        for setting in self.settings where setting.isLive { _ = setting.apply(setting.value(new), &merged) }
        return merged
    }

    /// Whether `flag` is that of a setting.
    public func hasFlag(_ flag: String) -> Bool { settings.contains { $0.flag == flag } }

    /// The flag that was meant, if one is near.
    public func nearestFlag(_ flag: String) -> String? { NearestName.of(flag, in: settings.map(\.flag)) }

    // MARK: The environment and the command line

    private func read(
        environment: [String: String], _ problems: inout [String]
    ) -> [SettingAssignment<Settings>] {
        var assignments: [SettingAssignment<Settings>] = []
        let known = EnvironmentName.ofTests.union([EnvironmentName.configuration])
        for (name, text) in environment.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
            guard let found = find(name, by: Setting<Settings>.environmentName) else {
                let names = settings.flatMap { $0.keys.map(Setting<Settings>.environmentName) }
                let hint =
                    NearestName.of(name, in: names).map { "Did you mean \($0)?" } ?? "See: martletd config default"
                problems.append("\(name) is no setting. \(hint)")
                continue
            }
            assignments.append(assignment(found, text, place: name))
        }
        problems += secretsTwice(assignments)
        return assignments
    }

    private func read(flags: [String: String], _ problems: inout [String]) -> [SettingAssignment<Settings>] {
        flags.sorted { $0.key < $1.key }.compactMap { flag, text in
            guard let setting = settings.first(where: { $0.flag == flag }) else {
                problems.append("There is no flag \(flag).")
                return nil
            }
            return assignment((setting, setting.isSecret), text, place: flag)
        }
    }

    private func find(
        _ name: String, by naming: (String) -> String
    ) -> (setting: Setting<Settings>, namesFile: Bool)? {
        for setting in settings {
            if naming(setting.key) == name { return (setting, false) }
            if let fileKey = setting.fileKey, naming(fileKey) == name { return (setting, true) }
        }
        return nil
    }

    private func assignment(
        _ found: (setting: Setting<Settings>, namesFile: Bool), _ text: String, place: String
    ) -> SettingAssignment<Settings> {
        let input: SettingInput
        if found.setting.isList {
            input = .list(text.split(separator: ",", omittingEmptySubsequences: text.isEmpty).map(String.init))
        } else {
            input = text.isEmpty ? .none : .scalar(text)
        }
        return SettingAssignment(setting: found.setting, input: input, place: place, namesFile: found.namesFile)
    }

    private func secretsTwice(_ assignments: [SettingAssignment<Settings>]) -> [String] {
        let named = Dictionary(
            grouping: assignments.filter { $0.setting.isSecret && $0.input != .none }, by: \.setting.key)
        return named.values.filter { $0.count > 1 }.map { pair in
            "\(pair.map(\.place).sorted().joined(separator: " and ")) say the same secret. Remove one."
        }
    }

    // MARK: The file

    private func read(_ file: ConfigurationFile, _ problems: inout [String]) -> [SettingAssignment<Settings>] {
        do throws(YAMLError) {
            guard let root = try YAMLReader.read(file.bytes), !root.isEmpty else { return [] }
            guard case .section(let members) = root.content else {
                throw YAMLError(line: root.line, message: "a configuration is made of lines such as \"listen: …\"")
            }
            var assignments: [SettingAssignment<Settings>] = []
            read(members, of: file, section: "", into: &assignments, &problems)
            problems += secretsTwice(assignments)
            return assignments
        } catch {
            problems.append("\(file.path):\(error.line): \(error.message).")
            return []
        }
    }

    private func read(
        _ members: [YAMLNode.Member], of file: ConfigurationFile, section: String,
        into assignments: inout [SettingAssignment<Settings>], _ problems: inout [String]
    ) {
        for member in members {
            let key = section + member.key
            let place = "\(file.path):\(member.line): \(key)"
            if let found = find(key, by: { $0 }) {
                if found.setting.isSecret, !found.namesFile, !member.value.isEmpty, file.isWorldReadable {
                    problems.append(
                        "\(place) is a secret, and everybody may read this file. Forbid it (chmod 600 \(file.path)), "
                            + "or use \(key)File.")
                }
                assignments.append(
                    SettingAssignment(
                        setting: found.setting, input: member.value.input, place: place, namesFile: found.namesFile))
            } else if !keys(in: key).isEmpty {
                if case .section(let inner) = member.value.content {
                    read(inner, of: file, section: key + ".", into: &assignments, &problems)
                } else if !member.value.isEmpty {
                    problems.append(
                        "\(place) is a section. In it may stand, each on a line further in: "
                            + "\(keys(in: key).joined(separator: ", ")).")
                }
            } else {
                problems.append("\(place): there is no such setting. \(hint(for: key, section: section))")
            }
        }
    }

    /// What may stand in a section.
    private func keys(in section: String) -> [String] {
        settings.flatMap(\.keys).compactMap { key in
            key.hasPrefix(section + ".") ? String(key.dropFirst(section.count + 1)) : nil
        }
    }

    private func hint(for key: String, section: String) -> String {
        let keys = settings.flatMap(\.keys)
        let last = key.lastPart.lowercased()
        // The right name in the wrong section, or a slip of the hand.
        if let meant = keys.first(where: { $0.lastPart.lowercased() == last }) ?? NearestName.of(key, in: keys) {
            return "Did you mean \(meant)?"
        }
        if !section.isEmpty {
            let inside = self.keys(in: String(section.dropLast()))
            return "In this section there are: \(inside.joined(separator: ", "))."
        }
        return "See: martletd config default"
    }
}

extension String {
    /// Of a key: what stands behind the last section.
    fileprivate var lastPart: Substring { split(separator: ".").last ?? self[...] }
}

extension YAMLNode {
    /// `key:` and nothing else, or one of YAML's words for nothing.
    fileprivate var isEmpty: Bool { input == .none }

    fileprivate var input: SettingInput {
        switch content {
        case .scalar("", isQuoted: false), .scalar("~", isQuoted: false), .scalar("null", isQuoted: false): .none
        case .scalar(let text, let isQuoted): .scalar(text, isQuoted: isQuoted)
        case .section: .section
        case .list(let nodes):
            .list(
                nodes.map { node in
                    // What is no scalar has no form that any list takes.
                    if case .scalar(let text, _) = node.content { text } else { "" }
                })
        }
    }
}
