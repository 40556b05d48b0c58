/// How the value of a setting is written, in a file and elsewhere.
///
/// A form reads back what it writes: that is how `config default` is exact.
public struct SettingForm<Value: Sendable>: Sendable {
    /// Elsewhere than in a file a list is one text with commas.
    let isList: Bool
    /// A form of the value in words, with an example where words are not enough: "a number from 1 to 60".
    let wanted: String
    /// Nil when the input is no such value.
    let read: @Sendable (SettingInput) -> Value?
    let write: @Sendable (Value) -> SettingInput

    init(
        isList: Bool = false, wanted: String, read: @escaping @Sendable (SettingInput) -> Value?,
        write: @escaping @Sendable (Value) -> SettingInput
    ) {
        self.isList = isList
        self.wanted = wanted
        self.read = read
        self.write = write
    }
}

// MARK: Forms of one value

extension SettingForm {
    /// A value that is written as a text of its own form.
    ///
    /// - Parameters:
    ///   - wanted: the form in words or as an example.
    ///   - read: nil when the text has not the form.
    ///   - write: what `read` reads back.
    public static func parsed(
        _ wanted: String, read: @escaping @Sendable (String) -> Value?, write: @escaping @Sendable (Value) -> String
    ) -> Self {
        Self(
            wanted: wanted,
            read: { input in
                guard case .scalar(let text, _) = input else { return nil }
                return read(text)
            }, write: { .scalar(write($0)) })
    }
}

extension SettingForm where Value == String {
    /// Any text that is not empty.
    public static var text: Self {
        .parsed("a text", read: { $0.isEmpty ? nil : $0 }, write: { $0 })
    }
}

extension SettingForm where Value == Int {
    /// A number, in digits.
    public static func number(_ range: ClosedRange<Int>) -> Self {
        Self(
            wanted: "a number from \(range.lowerBound) to \(range.upperBound)",
            read: { input in
                guard case .scalar(let text, isQuoted: false) = input, let number = Int(text) else { return nil }
                return range.contains(number) ? number : nil
            }, write: { .scalar(String($0)) })
    }

    /// An amount of memory in bytes, written in whole mebibytes: `64MiB`.
    public static func mebibytes(_ range: ClosedRange<Int>) -> Self {
        .parsed(
            "an amount such as 64MiB, from \(range.lowerBound)MiB to \(range.upperBound)MiB",
            read: { text in
                guard text.hasSuffix("MiB"), let count = Int(text.dropLast(3)), range.contains(count) else {
                    return nil
                }
                return count << 20
            }, write: { "\($0 >> 20)MiB" })
    }
}

extension SettingForm where Value == Bool {
    /// `on` or `off`, and the words that YAML has for them.
    public static var onOff: Self {
        Self(
            wanted: "on or off",
            read: { input in
                guard case .scalar(let text, isQuoted: false) = input else { return nil }
                return ["on": true, "true": true, "off": false, "false": false][text]
            }, write: { .scalar($0 ? "on" : "off") })
    }
}

extension SettingForm {
    /// One of a few words.
    public static func choice(_ choices: KeyValuePairs<String, Value>) -> Self where Value: Equatable {
        let (words, values) = (choices.map(\.key), choices.map(\.value))
        let wanted =
            words.count < 2
            ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        return .parsed(
            wanted, read: { text in words.firstIndex(of: text).map { values[$0] } },
            write: { value in values.firstIndex(of: value).map { words[$0] } ?? "" })
    }

    // MARK: Forms made of others

    /// The same, or nothing.
    public static func optional<Wrapped>(_ form: SettingForm<Wrapped>) -> Self where Value == Wrapped? {
        Self(
            isList: form.isList, wanted: form.wanted,
            read: { input in
                if case .none = input { return .some(nil) }
                return form.read(input).map { .some($0) }
            }, write: { $0.map(form.write) ?? .none })
    }

    /// Several values of one form, none twice.
    public static func list<Element: Equatable>(of form: SettingForm<Element>) -> Self where Value == [Element] {
        Self(
            isList: true, wanted: "a list; each is \(form.wanted)",
            read: { input in
                guard case .list(let texts) = input else { return nil }
                var values: [Element] = []
                for text in texts {
                    guard let value = form.read(.scalar(text)), !values.contains(value) else { return nil }
                    values.append(value)
                }
                return values
            },
            write: { values in
                .list(
                    values.map { value in
                        if case .scalar(let text, _) = form.write(value) { text } else { "" }
                    })
            })
    }
}
