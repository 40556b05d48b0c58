import Basics
import Testing
import WireProtocol

@testable import Identity

@Suite("Names have one spelling")
struct NameTests {
    private let limits = Limits()

    @Test("user names are ASCII: letters that only look or fold like it are refused")
    func usernames() throws {
        #expect(try AccountRules.username("Ada.L_1-x", limits: limits) == "ada.l_1-x")
        // The Kelvin sign's small letter is k, the dotted I's is an i with a dot; a Cyrillic a is no a.
        for name in [
            "\u{212A}elvin", "\u{130}stanbul", "\u{430}dmin", "ad\u{200B}min", "ada lovelace", "ａｄａ", "ad", "",
        ] {
            #expect(throws: APIError.self) { try AccountRules.username(name, limits: limits) }
        }
        #expect(AccountRules.usernameSpelling("\u{212A}elvin") != "kelvin", "a log-in is not fooled either")
    }

    @Test("addresses are composed and in lower case, and hide nothing")
    func addresses() throws {
        #expect(try AccountRules.email("Ada@EXAMPLE.org", limits: limits) == "ada@example.org")
        let composed = try AccountRules.email("Ame\u{301}lie@example.org", limits: limits)
        #expect(Array(composed.utf8) == Array("am\u{E9}lie@example.org".utf8))
        for address in [
            "ada", "@example.org", "ada@", "a@b@c", "a da@example.org", "ada\u{200B}@example.org",
            "ada@exam\u{202E}ple.org", " ada@example.org", "ada@example.org\n", "a\u{A0}da@example.org",
            String(repeating: "a", count: 250) + "@b.cd",
        ] {
            #expect(throws: APIError.self) { try AccountRules.email(address, limits: limits) }
        }
    }

    @Test("addresses of pictures are https, with a host and without anything that ends them early")
    func pictures() throws {
        for url in ["", "https://example.org/a.png", "https://example.org:8443/a?b=c#d", "https://[2001:db8::1]/a"] {
            #expect(try AccountRules.avatarURL(url, limits: limits) == url)
        }
        for url in [
            "http://example.org/a", "HTTPS://example.org", "javascript:alert(1)", "https://", "https:///a",
            "https://ada@example.org/", "https://example.org/\"onload=x", "https://example.org/a b",
            "https://example.org/\u{E9}", "//example.org",
            "https://example.org/" + String(repeating: "a", count: 1_024),
        ] {
            #expect(throws: APIError.self) { try AccountRules.avatarURL(url, limits: limits) }
        }
    }

    @Test("a search does not care for case, composition and final letters")
    func folding() {
        for (one, other) in [
            ("STRASSE", "straße"), ("ΟΔΥΣΣΕΥΣ", "Οδυσσευς"), ("AME\u{301}LIE", "am\u{E9}lie"), ("Ada", "aDA"),
            ("ﬁn", "FIN"),
        ] {
            #expect(Array(SearchNames.folded(one).utf8) == Array(SearchNames.folded(other).utf8))
        }
    }

    @Test("a name is found from each of its words on, so many times")
    func beginnings() {
        #expect(
            Set(SearchNames.all(username: "countess", displayName: "Ada King Lovelace")) == [
                "countess", "ada king lovelace", "king lovelace", "lovelace",
            ])
        #expect(SearchNames.all(username: "ada", displayName: "ADA") == ["ada"])
        let words = (0..<100).map { "w\($0)" }.joined(separator: " ")
        #expect(SearchNames.all(username: "ada", displayName: words).count == SearchNames.perUserMax)
    }
}
