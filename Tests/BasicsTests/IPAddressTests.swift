import Basics
import Testing

struct IPAddressTests {
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("::1", "::1"), ("2001:DB8:0:0::1", "2001:db8::1"),
        ("::ffff:10.0.0.1", "10.0.0.1"), ("::ffff:a00:1", "10.0.0.1"), ("::10.0.0.1", "::10.0.0.1"),
    ])
    func reads(text: String, canonical: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.text == canonical)
        #expect(IPAddress(bytes: address.bytes) == address)
    }

    @Test(arguments: [
        "", "localhost", "127.0.0", "127.0.0.256", "127.0.0.1 ", "1", "0x7f.0.0.1", "[::1]", "::1%eth0", ":::", "1:2",
        "127.0.0.1:80",
    ])
    func refuses(text: String) { #expect(IPAddress(text) == nil) }

    @Test func aCustomerIsAnAddressOrTheFirst64Bits() throws {
        func customer(_ text: String) throws -> [UInt8] { try #require(IPAddress(text)).customer }
        #expect(try customer("2001:db8:1:2::1") == customer("2001:db8:1:2:ffff::"))
        #expect(try customer("2001:db8:1:2::1") != customer("2001:db8:1:3::1"))
        #expect(try customer("10.0.0.1") != customer("10.0.0.2"))
        #expect(try customer("::ffff:10.0.0.1") == customer("10.0.0.1"))
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.1.2.3", "10.1.2.3", true),
        ("10.1.2.3", "10.1.2.4", false), ("0.0.0.0/0", "192.0.2.1", true), ("0.0.0.0/0", "::1", false),
        ("172.16.0.0/12", "172.31.255.255", true), ("172.16.0.0/12", "172.32.0.0", false),
        ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe00::1", false), ("::/0", "10.0.0.1", false),
        ("2001:db8::/33", "2001:db8:8000::", false), ("127.0.0.1", "::ffff:127.0.0.1", true),
    ])
    func networks(network: String, address: String, contains: Bool) throws {
        #expect(try #require(IPNetwork(network)).contains(try #require(IPAddress(address))) == contains)
    }

    @Test(arguments: [
        "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.1/8", "fd00::1/8", "::/129",
        "10.0.0.0/8/8", "host/8",
    ])
    func refusesNetworks(text: String) { #expect(IPNetwork(text) == nil) }
}
