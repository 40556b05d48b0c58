import Testing

@testable import Basics

@Suite("The table of limits")
struct LimitsTests {
    @Test("profiles are known by the names that settings use")
    func names() {
        #expect(Limits.Profile(rawValue: "default") == .standard)
        #expect(Limits.Profile(rawValue: "load-test") == .loadTest)
        #expect(Limits.Profile(rawValue: "standard") == nil)
        #expect(Limits.Profile.allCases.count == 2)
    }

    @Test("the default table is the one that is documented")
    func standard() {
        let limits = Limits()
        #expect(limits.profile == .standard)
        #expect(limits.bodyBytesMax == 1_048_576)
        #expect(limits.frameBytesMax == 262_144)
        #expect(limits.contentBytesMax == 65_536)
        #expect(limits.pageEntriesMax == 200)
        #expect(limits.pageEntriesDefault == 50)
        #expect(limits.passwordCharacters == 8...128)
        #expect(limits.usernameCharacters == 3...32)
        #expect(limits.emailBytesMax == 254)
        #expect(limits.sessionsPerUserMax == 10)
        #expect(limits.groupMembersMax == 1_000)
        #expect(limits.channelMembersMax == 100_000)
        #expect(limits.membersPerCallMax == 200)
        #expect(limits.rosterDevicesMax == 64)
        #expect(limits.wrappedKeyBytesMax == 512)
        #expect(limits.fileIDsPerMessageMax == 32)
        #expect(limits.emojiBytesMax == 64)
        #expect(limits.editWindowMilliseconds == 86_400_000)
        #expect(limits.receiptMembersMax == 64)
        #expect(limits.repairEntriesMax == 200)
        #expect(limits.outboxLeaseMilliseconds == 30_000)
        #expect(limits.commandsInFlightMax == 32)
        #expect(limits.pullsInFlightMax == 4)
        #expect(limits.commitEntriesMax == 64)
        #expect(limits.commitBytesMax == 262_144)
        #expect(limits.passwordHashQueueMax == 256)
        #expect(limits.publicBodyBytesInFlightMax == 67_108_864)
        #expect(limits.connectionsMax == 100_000)
        #expect(limits.connectionsPerAddressMax == 4_096)
        #expect(limits.pageBytesMax == 131_072)
        #expect(limits.sendLowBytes == 65_536)
        #expect(limits.sendSoftBytes == 262_144)
        #expect(limits.sendHardBytes == 2_097_152)
        #expect(limits.sendStallMilliseconds == 10_000)
        #expect(limits.tickMilliseconds == 50)
        #expect(limits.noteMilliseconds == 1_000)
        #expect(limits.revocationsPageMax == 1_000)
        #expect(limits.revocationsStaleMilliseconds == 30_000)
        #expect(limits.verifiedTokensMax == 16_384)
        #expect(limits.socketTokenMilliseconds == 86_400_000)
    }

    @Test("the default rates are those that are documented")
    func rates() {
        let limits = Limits()
        #expect(limits.loginsPerAddressAndAccount == .perMinute(5))
        #expect(limits.loginsPerAccount == .perMinute(20))
        #expect(limits.loginsPerAddress == .perMinute(300))
        #expect(limits.preloginsPerAddress == .perMinute(300))
        #expect(limits.registrationsPerAddress == .perMinute(20))
        #expect(limits.refreshesPerSession == .perMinute(30))
        #expect(limits.connectsPerUser == .perMinute(20))
        #expect(limits.connectsPerAddress == .perMinute(1_200))
        #expect(limits.messagesPerDevice == .perSecond(20, burst: 40))
        #expect(limits.signalsPerSocket == .perSecond(10, burst: 20))
        #expect(limits.rateKeysMax == 65_536)
    }

    @Test("the defaults about people are those of the protocol")
    func people() {
        let limits = Limits()
        #expect(limits.bioCharactersMax == 512)
        #expect(limits.avatarURLBytesMax == 1_024)
        #expect(limits.searchCharactersMax == 64)
        #expect(limits.usernameIntervalMilliseconds == 86_400_000)
        #expect(limits.usernameReservedMilliseconds == 2_592_000_000)
        #expect(limits.clientSettingsBytesMax == 16_384)
        #expect(limits.contactsMax == 10_000)
        #expect(limits.blocksMax == 10_000)
        #expect(limits.pendingContactsMax == 1_000)
        #expect(limits.contactRequestsPerDayMax == 100)
    }

    @Test("the defaults about keys are those of the protocol")
    func keys() {
        let limits = Limits()
        #expect(limits.keyedDevicesPerUserMax == 32)
        #expect(limits.linkOfferBytesMax == 4_096)
        #expect(limits.linkPayloadBytesMax == 65_536)
        #expect(limits.linkLifetimeMilliseconds == 600_000)
        #expect(limits.pendingLinksPerUserMax == 8)
        #expect(limits.backupBytesMax == 524_288)
    }

    @Test("naming the default profile changes nothing")
    func namedStandard() {
        #expect(String(describing: Limits(profile: .standard)) == String(describing: Limits()))
    }

    @Test("the load-test profile raises these limits and no other")
    func loadTest() {
        var expected = Limits()
        expected.profile = .loadTest
        expected.sessionsPerUserMax = 1_000
        expected.connectionsMax = 1_000_000
        expected.connectionsPerAddressMax = 1_000_000
        expected.groupMembersMax = 100_000
        expected.contactRequestsPerDayMax = 100_000
        expected.passwordHashQueueMax = 65_536
        expected.liftRates()
        #expect(String(describing: Limits(profile: .loadTest)) == String(describing: expected))
    }
}
