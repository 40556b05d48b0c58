import Basics
import Testing

struct TraceContextTests {
    static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    static let parent = "00f067aa0ba902b7"

    @Test(arguments: [
        ("00-\(trace)-\(parent)-01", true), ("00-\(trace)-\(parent)-00", false), ("00-\(trace)-\(parent)-ff", true),
        ("cc-\(trace)-\(parent)-01", true), ("cc-\(trace)-\(parent)-01-what the future will be like", true),
    ])
    func reads(text: String, isSampled: Bool) throws {
        let context = try #require(TraceContext(text))
        #expect(context.traceID == Self.trace)
        #expect(context.parentID == Self.parent)
        #expect(context.isSampled == isSampled)
    }

    @Test(arguments: [
        "", "00", "00-\(trace)-\(parent)", "00-\(trace)-\(parent)-01-", "00-\(trace)-\(parent)-01-x",
        "ff-\(trace)-\(parent)-01", "0-\(trace)-\(parent)-01", "00-\(trace.uppercased())-\(parent)-01",
        "00-\(trace.dropLast())-\(parent)-01", "00-\(trace)0-\(parent)-01", "00-\(trace)-\(parent)-1",
        "00-\(trace)-\(parent)-0g", "00-00000000000000000000000000000000-\(parent)-01",
        "00-\(trace)-0000000000000000-01", " 00-\(trace)-\(parent)-01", "cc-\(trace)-\(parent)-01.x",
    ])
    func refuses(text: String) { #expect(TraceContext(text) == nil) }
}
