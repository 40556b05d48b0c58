import Testing

@testable import Identity

@Suite("How two people become contacts, and cease to be")
struct ContactRulesTests {
    private static func pair(_ own: ContactLink, _ other: ContactLink) -> ContactPair {
        ContactPair(own: own, other: other)
    }

    private static func change(_ own: ContactLink, _ other: ContactLink) -> ContactRules.Decision {
        .change(pair(own, other))
    }

    /// Every pair of lists that there can be, as the one sees it who acts: request, accept, block, remove.
    private static let table: [(ContactPair, [ContactRules.Decision])] = [
        (
            pair(.none, .none),
            [change(.outgoing, .incoming), .refused(.noSuchContact), change(.blocked, .none), .refused(.noSuchContact)]
        ),
        (
            pair(.outgoing, .incoming),
            [.unchanged, .refused(.notRequested), change(.blocked, .none), change(.none, .none)]
        ),
        (
            pair(.incoming, .outgoing),
            [
                change(.accepted, .accepted), change(.accepted, .accepted), change(.blocked, .outgoing),
                change(.none, .none),
            ]
        ),
        (pair(.accepted, .accepted), [.unchanged, .unchanged, change(.blocked, .none), change(.none, .none)]),
        (
            pair(.blocked, .none),
            [.refused(.blocked), .refused(.notRequested), .unchanged, change(.none, .none)]
        ),
        (
            pair(.none, .blocked),
            [
                change(.outgoing, .blocked), .refused(.noSuchContact), change(.blocked, .blocked),
                .refused(.noSuchContact),
            ]
        ),
        // Asked of somebody who blocks: to the one who asks it looks like any other request.
        (
            pair(.outgoing, .blocked),
            [.unchanged, .refused(.notRequested), change(.blocked, .blocked), change(.none, .blocked)]
        ),
        (
            pair(.blocked, .outgoing),
            [.refused(.blocked), .refused(.notRequested), .unchanged, change(.none, .outgoing)]
        ),
        (
            pair(.blocked, .blocked),
            [.refused(.blocked), .refused(.notRequested), .unchanged, change(.none, .blocked)]
        ),
        // A request that met a block which is over.
        (
            pair(.outgoing, .none),
            [change(.outgoing, .incoming), .refused(.notRequested), change(.blocked, .none), change(.none, .none)]
        ),
        (
            pair(.none, .outgoing),
            [
                change(.accepted, .accepted), .refused(.noSuchContact), change(.blocked, .outgoing),
                .refused(.noSuchContact),
            ]
        ),
    ]

    @Test("each action in each state", arguments: table)
    func decisions(pair: ContactPair, decisions: [ContactRules.Decision]) {
        let actions: [ContactAction] = [.request, .accept, .block, .remove]
        #expect(actions.map { ContactRules.decide($0, pair) } == decisions)
    }

    @Test("no other pair comes about, whatever the two do")
    func closed() {
        let known = Set(Self.table.map { "\($0.0.own) \($0.0.other)" })
        for (pair, decisions) in Self.table {
            for case .change(let after) in decisions {
                #expect(known.contains("\(after.own) \(after.other)"), "from \(pair)")
                #expect(known.contains("\(after.other) \(after.own)"), "from \(pair)")
            }
        }
    }

    @Test("whoever is blocked sees what somebody sees who was removed, or is not answered")
    func noOracle() {
        let actions: [ContactAction] = [.request, .accept, .block, .remove]
        // What the one who acts is answered, and what their list says then.
        func looks(_ pair: ContactPair) -> [String] {
            actions.map { action in
                switch ContactRules.decide(action, pair) {
                case .change(let after): "now \(after.own)"
                case .unchanged: "now \(pair.own)"
                case .refused(let refusal): "\(refusal)"
                }
            }
        }
        #expect(looks(Self.pair(.none, .blocked)) == looks(Self.pair(.none, .none)))
        #expect(looks(Self.pair(.outgoing, .blocked)) == looks(Self.pair(.outgoing, .incoming)))
    }
}
