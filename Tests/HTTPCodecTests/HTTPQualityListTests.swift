import HTTPCodec
import Testing

struct HTTPQualityListTests {
    @Test(
        arguments: [
            ("a", 1_000), ("a;q=1", 1_000), ("a;q=1.000", 1_000), ("a;q=0", 0), ("a;q=0.", 0), ("a;q=0.5", 500),
            ("a;q=0.05", 50), ("a;q=0.005", 5), ("A ; Q=0.5", 500), ("b, a;q=0.1", 100), ("*;q=0.2", 200),
            ("b", nil), ("a;q=1.001", nil), ("a;q=0.0001", nil), ("a;q=2", nil), ("a;q=-1", nil), ("a;q=", 1_000),
            ("a;v=1;q=0.3", 300), (",,a", 1_000), ("", nil), ("a;q=0, *", 0),
        ] as [(String, Int?)])
    func weights(value: String, expected: Int?) {
        #expect(HTTPQualityList([value]).quality("a", wildcards: ["*"]) == expected)
    }

    @Test func severalFieldsAreOneList() {
        #expect(HTTPQualityList(["a;q=0.1", "b"]).quality("b", wildcards: []) == 1_000)
    }

    @Test func longListsAreCutOff() {
        let long = Array(repeating: "x", count: 64).joined(separator: ",")
        #expect(HTTPQualityList([long + ",a"]).quality("a", wildcards: []) == nil)
        #expect(HTTPQualityList([String(long.dropLast(2)) + ",a"]).quality("a", wildcards: []) == 1_000)
    }
}
