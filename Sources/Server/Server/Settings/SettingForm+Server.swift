internal import Basics
internal import Configuration
internal import Cryptography

extension SettingForm where Value == ListenAddress {
    static var address: Self {
        .parsed(
            "a numeric address and a port such as 127.0.0.1:8080 or [::1]:8080", read: ListenAddress.init,
            write: { $0.text(port: $0.port) })
    }
}

extension SettingForm where Value == PasswordHashingCost {
    static var passwordHashing: Self {
        let (memory, passes) = (PasswordHashingCost.memoryMiB, PasswordHashingCost.passCount)
        return .parsed(
            "memory and passes such as 64MiB,2, from \(memory.lowerBound) to \(memory.upperBound) MiB and "
                + "\(passes.lowerBound) to \(passes.upperBound) passes",
            read: PasswordHashingCost.init, write: { "\($0.memoryBytes >> 20)MiB,\($0.passes)" })
    }
}

extension SettingForm where Value == IPNetwork {
    static var network: Self {
        .parsed(
            "a network such as 10.0.0.0/8 or fd00::/8", read: { IPNetwork($0) },
            write: { "\($0.address.text)/\($0.prefix)" })
    }
}

extension SettingForm where Value == String {
    /// As browsers write it: a scheme and an authority in lower case, without a path.
    static var origin: Self {
        .parsed("an origin such as https://chat.example, without a path", read: readOrigin, write: { $0 })
    }

    private static func readOrigin(_ text: String) -> String? {
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
            let authority = text.dropFirst(scheme.count)
            let isClean = authority.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
            return isClean && !authority.isEmpty ? text : nil
        }
        return nil
    }
}
