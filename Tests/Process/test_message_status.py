"""Who has received and read a message."""

from concurrent.futures import ThreadPoolExecutor

from harness.eventually import eventually
from harness.person import expect, refusal, time_of

RECEIPT_MEMBERS_MAX = 64


def receipts(reader, entry):
    """For each member whether they have received and read it, and both counts."""
    status = expect(reader.status(entry), 200)
    members = {each["userId"]: (each["delivered"], each["read"]) for each in status["members"]}
    return members, status["deliveredCount"], status["readCount"]


def test_a_message_is_sent_then_delivered_then_read(trio):
    alice, bob, carol, chat = trio
    entry = alice.say(chat)
    assert receipts(alice, entry) == ({bob.id: (False, False), carol.id: (False, False)}, 0, 0)
    with bob.connect() as at_bob, alice.connect() as at_alice:
        at_bob.send("message.delivered", {"chatId": chat, "seq": entry["seq"]})
        at_alice.next_of("message.delivered", chatId=chat, userId=bob.id)
    delivered = ({bob.id: (True, False), carol.id: (False, False)}, 1, 0)
    eventually(lambda: receipts(alice, entry), lambda seen: seen == delivered, "stored delivery")
    expect(carol.mark_read(chat, entry["seq"]), 204)
    assert receipts(bob, entry) == ({bob.id: (True, False), carol.id: (True, True)}, 2, 1)


def test_times_stand_beside_what_has_happened(pair):
    alice, bob, chat = pair
    entry = alice.say(chat)
    [receipt] = expect(alice.status(entry), 200)["members"]
    assert "deliveredAt" not in receipt and "readAt" not in receipt
    expect(bob.mark_read(chat, entry["seq"]), 204)
    [receipt] = expect(alice.status(entry), 200)["members"]
    times = [time_of(text) for text in (entry["createdAt"], receipt["deliveredAt"], receipt["readAt"])]
    assert times == sorted(times)


def test_a_position_covers_everything_before_it(pair):
    alice, bob, chat = pair
    entries = [alice.say(chat) for _ in range(3)]
    expect(bob.mark_read(chat, entries[1]["seq"]), 204)
    assert [receipts(alice, entry)[2] for entry in entries] == [1, 1, 0]


def test_who_writes_has_read_what_was_before(trio):
    alice, bob, _, chat = trio
    entry = alice.say(chat)
    own = bob.say(chat)
    assert receipts(alice, entry)[0][bob.id] == (True, True)
    assert set(receipts(alice, own)[0]) == set(receipts(alice, entry)[0]) ^ {alice.id, bob.id}


def test_who_has_left_is_not_counted(trio):
    alice, bob, carol, chat = trio
    entry = alice.say(chat)
    expect(bob.mark_read(chat, entry["seq"]), 204)
    expect(bob.leave(chat), 204)
    assert receipts(alice, entry) == ({carol.id: (False, False)}, 0, 0)


def test_there_is_no_status_of_what_one_does_not_see(pair, person):
    alice, _, chat = pair
    entry = alice.say(chat)
    for absent in [{"id": f"{chat}.99"}, {"id": "no-id"}, {"id": "1.1"}]:
        assert refusal(alice.status(absent)) == (404, "message.not_found")
    assert refusal(person().status(entry)) == (404, "message.not_found")


def test_in_a_large_chat_there_are_only_counts(person):
    alice = person()
    with ThreadPoolExecutor(4) as threads:
        others = list(threads.map(lambda _: person(), range(RECEIPT_MEMBERS_MAX)))
    chat = alice.new_group(*others)
    entry = alice.say(chat)
    bob, carol = others[0], others[1]
    with alice.connect() as at_alice, carol.connect() as at_carol, bob.connect() as at_bob:
        expect(bob.mark_read(chat, entry["seq"]), 204)
        assert at_bob.next_notice("message.read", chatId=chat)["userId"] == bob.id, "one's own devices still agree"
        # The next message comes after everything that was to be told before it.
        expect(others[2].post_message(chat), 201)
        for socket in (at_alice, at_carol):
            socket.next_message(chat)
            assert socket.take_kept("message.read", "message.delivered") == []
    assert receipts(alice, entry) == ({}, 2, 2), "who has read it and who has answered, and not its sender"
