"""Blocks: nothing passes between the two, whichever of them it was, and nobody is told who."""

import pytest
from harness.certificates import envelope, publish
from harness.people import ask, befriend, block, contacts, drop
from harness.person import Person, expect, message, refusal

BLOCKED = (403, "contact.blocked")


@pytest.fixture
def friends(person):
    """Two contacts and the id of their direct chat."""
    alice, bob = person(), person()
    befriend(alice, bob)
    return alice, bob, expect(alice.create_chat(bob, type="direct"), 201)["chat"]["id"]


def states(person):
    return {each["userId"]: each["state"] for each in expect(contacts(person), 200)["contacts"]}


def test_neither_writes_to_the_other(friends):
    alice, bob, chat = friends
    expect(block(alice, bob), 200)
    # From the answer on: no message that is sent now gets through.
    assert refusal(bob.post_message(chat)) == refusal(alice.post_message(chat)) == BLOCKED
    with bob.connect() as at_bob:
        assert at_bob.refusal("message.send", message(chat))["code"] == "contact.blocked"
    for reader in (alice, bob):
        assert len(reader.whole_history(chat)[0]) == 1
        assert reader.chat(chat)["id"] == chat
    # Asked for again, the chat is the one that is there.
    expect(bob.create_chat(alice, type="direct"), 200)
    expect(drop(alice, bob), 204)
    assert refusal(bob.post_message(chat)) == (400, "message.encryption_required")


def test_there_is_no_new_direct_chat(person):
    alice, bob = person(), person()
    expect(block(alice, bob), 200)
    assert refusal(bob.create_chat(alice, type="direct")) == refusal(alice.create_chat(bob, type="direct")) == BLOCKED


def test_neither_adds_the_other_to_a_group(person):
    alice, bob, carol = person(), person(), person()
    expect(block(alice, bob), 200)
    for owner, other in ((alice, bob), (bob, alice)):
        answer = owner.create_chat(carol, other, encryption="server")
        assert refusal(answer) == (403, "contact.may_not_add")
        assert answer.json()["error"]["details"]["userIds"] == [other.id]
        assert refusal(owner.add(owner.new_group(carol), other)) == (403, "contact.may_not_add")


def test_in_a_group_of_both_everything_goes_on(trio):
    alice, bob, carol, group = trio
    expect(block(alice, bob), 200)
    with bob.connect() as at_bob, alice.connect() as at_alice:
        entry = alice.say(group)
        assert at_bob.next_entry(group)["id"] == entry["id"]
        expect(bob.mark_read(group, entry["seq"]), 204)
        assert at_alice.next_notice("message.read", userId=bob.id)["seq"] == entry["seq"]


def test_a_contact_who_blocks_is_gone_as_one_who_left(friends):
    alice, bob, _ = friends
    with bob.connect() as at_bob:
        expect(block(alice, bob), 200)
        frame = at_bob.wait_for(lambda frame: frame["type"] == "contact.updated", "contact.updated")
        assert frame["payload"]["contact"]["state"] == "none"
    assert states(alice) == {bob.id: "blocked"}
    assert states(bob) == {}


def test_a_request_to_somebody_who_blocks_looks_like_any_other(person):
    alice, bob, carol = person(), person(), person()
    expect(block(alice, bob), 200)
    with alice.connect() as at_alice:
        to_alice, to_carol = (expect(ask(bob, other), 201)["contact"] for other in (alice, carol))
        hidden = ("userId", "updatedAt", "user")
        assert [{name: value for name, value in each.items() if name not in hidden} for each in (to_alice, to_carol)] \
            == [{"state": "pending", "direction": "outgoing"}] * 2
        assert states(bob) == {alice.id: "pending", carol.id: "pending"}
        assert states(alice) == {bob.id: "blocked"}
        expect(drop(bob, alice), 204)
        expect(ask(bob, alice), 201)
        # What alice is told next is of somebody else.
        expect(ask(carol, alice), 201)
        frame = at_alice.wait_for(lambda frame: frame["type"] == "contact.updated", "contact.updated")
        assert frame["payload"]["contact"]["userId"] == carol.id
    assert refusal(ask(alice, bob)) == BLOCKED
    # Once the block is over, asking back makes them contacts.
    expect(drop(alice, bob), 204)
    expect(ask(alice, bob), 201)
    assert states(alice)[bob.id] == states(bob)[alice.id] == "accepted"


def test_a_block_of_somebody_who_has_asked_leaves_them_waiting(person):
    alice, bob = person(), person()
    expect(ask(bob, alice), 201)
    with bob.connect() as at_bob:
        expect(block(alice, bob), 200)
        assert states(bob) == {alice.id: "pending"}
        expect(ask(bob, person()), 201)
        frame = at_bob.wait_for(lambda frame: frame["type"] == "contact.updated", "contact.updated")
        assert frame["payload"]["contact"]["userId"] != alice.id


@pytest.mark.parametrize("blocker", ["alice", "bob"])
def test_neither_sees_the_other(friends, blocker):
    alice, bob, chat = friends
    blocks, other = (alice, bob) if blocker == "alice" else (bob, alice)
    with bob.connect() as at_bob, alice.connect() as at_alice:
        at_bob.next_notice("user.online", userId=alice.id)
        at_alice.next_notice("user.online", userId=bob.id)
        expect(block(blocks, other), 200)
        for socket, gone in ((at_bob, alice), (at_alice, bob)):
            assert "lastSeenAt" not in socket.next_notice("user.offline", userId=gone.id)
    with bob.connect() as at_bob:
        with alice.connect() as at_alice:
            at_alice.send("typing.start", {"chatId": chat})
            # Everything of alice's is on its way by the time of what follows it: her own contact's.
            expect(ask(alice, bob) if blocker == "bob" else ask(bob, alice), 201)
        expect(drop(blocks, other), 204)
        at_bob.settle()
        seen = {frame["type"] for frame in at_bob.take_kept()}
        assert not seen & {"user.online", "typing.indicator"}, seen
    for reader, seen in ((alice, bob), (bob, alice)):
        expect(block(blocks, other), 200)
        members = expect(reader.members(chat), 200)["members"]
        assert all("lastSeenAt" not in each for each in members if each["userId"] == seen.id)


@pytest.fixture
def sealed(friends):
    """The two, who can write to each other, and what either sends to do so."""
    alice, bob, chat = friends
    publish(alice)
    publish(bob)
    roster = expect(bob.get(f"/v1/chats/{chat}/keys"), 200)
    assert len(roster["devices"]) == 2
    return alice, bob, chat, lambda: message(chat) | {"content": envelope(roster)}


def test_what_was_written_stays_and_may_be_taken_back(sealed):
    alice, bob, chat, letter = sealed
    mine, theirs = (expect(each.post("/v1/messages", letter()), 201)["entry"] for each in (alice, bob))
    expect(block(alice, bob), 200)
    again = {"clientId": letter()["clientId"], "content": theirs["content"]}
    assert refusal(bob.request("PUT", f"/v1/messages/{theirs['id']}", json=again)) == BLOCKED
    assert refusal(bob.post(f"/v1/messages/{mine['id']}/reactions", again)) == BLOCKED
    assert [entry["id"] for entry in bob.whole_history(chat)[0][1:]] == [mine["id"], theirs["id"]]
    expect(bob.delete(theirs), 204)
    expect(drop(alice, bob), 204)
    expect(bob.post("/v1/messages", letter()), 201)


def test_nothing_that_is_under_way_gets_in_after_the_answer(sealed):
    alice, bob, chat, letter = sealed
    with bob.connect() as at_bob:
        sent = [at_bob.send("message.send", letter()) for _ in range(100)]
        at_bob.answer(sent[0])
        expect(block(alice, bob), 200)
        last = alice.whole_history(chat)[1]
        answers = [at_bob.answer(each) for each in sent[1:]]
        at_bob.refusal("message.send", letter())
    assert alice.whole_history(chat)[1] == last
    accepted = 1 + sum(answer["type"] == "message.accepted" for answer in answers)
    assert last == 1 + accepted
    refused = [answer["payload"]["code"] for answer in answers if answer["type"] == "error"]
    assert refused == ["contact.blocked"] * (100 - accepted)


def test_receipts_stop_in_the_direct_chat(friends):
    alice, bob, chat = friends
    first = alice.whole_history(chat)[0][0]
    expect(block(alice, bob), 200)
    expect(bob.mark_read(chat, first["seq"]), 204)
    for reader in (alice, bob):
        assert refusal(reader.status(first)) == BLOCKED


def test_a_block_that_was_answered_outlives_a_kill(own_server):
    alice, bob = Person.register(own_server), Person.register(own_server)
    chat = expect(alice.create_chat(bob, type="direct"), 201)["chat"]["id"]
    expect(block(alice, bob), 200)
    own_server.kill()
    own_server.start()
    assert refusal(bob.post_message(chat)) == BLOCKED
    assert states(alice) == {bob.id: "blocked"}
