import Testing
import WireProtocol

@Suite("The bus that errs")
struct FaultyBusTests {
    private func event(_ seq: UInt64) -> Event {
        Event(body: .entryAppended(EntryAppended(entry: Entry(chatID: 1, seq: seq))))
    }

    /// What one listener hears of a thousand events.
    private func run(_ faults: RandomFaults) -> [UInt64] {
        let (bus, heard) = (FaultyBus(), Watched<[UInt64]>([]))
        bus.subscribe { event in heard.change { $0.append(event.entryAppended?.seq ?? 0) } }
        bus.disturb(faults)
        for seq in 1...1_000 as ClosedRange<UInt64> { bus.publish(event(seq)) }
        bus.passEverything()
        return heard.now
    }

    @Test("it errs as often as it should, and the same seed errs alike")
    func random() {
        let heard = run(RandomFaults(seed: 1, lossPercent: 20, repetitionPercent: 10))
        #expect((750...850).contains(Set(heard).count))
        #expect((60...100).contains(heard.count - Set(heard).count))
        #expect(heard == heard.sorted())
        #expect(run(RandomFaults(seed: 1, lossPercent: 20, repetitionPercent: 10)) == heard)
        #expect(run(RandomFaults(seed: 2, lossPercent: 20, repetitionPercent: 10)) != heard)
    }

    @Test("what comes late comes once, and others overtake it")
    func delays() {
        let heard = run(RandomFaults(seed: 1, delayPercent: 10))
        #expect(heard.sorted() == Array(1...1_000))
        #expect(heard != heard.sorted())
    }

    @Test("what it was told to lose is lost, once, and nothing else")
    func losses() async throws {
        let (bus, heard) = (FaultyBus(), Watched<[UInt64]>([]))
        bus.subscribe { event in heard.change { $0.append(event.entryAppended?.seq ?? 0) } }
        let lost = bus.loseNext(2) { $0.entryAppended?.seq != 1 }
        let watched = bus.watchNext { $0.entryAppended?.seq == 4 }
        for seq in [1, 2, 3, 4, 5] as [UInt64] { bus.publish(event(seq)) }
        #expect(try await lost.all().compactMap(\.entryAppended?.seq) == [2, 3])
        #expect(try await watched.all().count == 1)
        #expect(heard.now == [1, 4, 5])
    }
}
