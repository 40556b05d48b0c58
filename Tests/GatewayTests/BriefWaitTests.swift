import Testing

@testable import Gateway

@Suite("Waiting briefly")
struct BriefWaitTests {
    @Test("what ends in time is waited for")
    func ends() async {
        let (ended, end) = AsyncStream<Bool>.makeStream()
        await BriefWait.for(
            {
                end.yield(true)
                end.finish()
            }, atMost: 60_000)
        // Nothing is left that could still write: what is here was written before the wait was over.
        #expect(await ended.first { _ in true } == true)
    }

    @Test("what takes too long is not, and goes on by itself", .timeLimit(.minutes(1)))
    func takesTooLong() async {
        let (held, release) = AsyncStream<Void>.makeStream()
        let (ended, end) = AsyncStream<Void>.makeStream()
        // Would wait for ever if it waited for the work.
        await BriefWait.for(
            {
                for await _ in held { break }
                end.yield()
            }, atMost: 1)
        release.yield()
        for await _ in ended { break }
    }
}
