"""Who is typing: told to the others for as long as it is so."""

import pytest
from harness.person import expect, message

# After so long without another `typing.start` it is over.
EXPIRY_SECONDS = 6


def indicator(socket, chat):
    """Who it is about and whether it begins, of the next one."""
    notice = socket.next_notice("typing.indicator", chatId=chat)
    return notice["userId"], notice["active"]


def test_who_types_is_shown_to_the_others(trio):
    alice, bob, carol, chat = trio
    second = alice.on_another_device()
    with alice.connect() as at_alice, second.connect() as at_second, bob.connect() as at_bob, \
            carol.connect() as at_carol:
        at_alice.send("typing.start", {"chatId": chat})
        for socket in (at_bob, at_carol):
            assert indicator(socket, chat) == (alice.id, True)
        at_alice.send("typing.stop", {"chatId": chat})
        for socket in (at_bob, at_carol):
            assert indicator(socket, chat) == (alice.id, False)
        # What comes after it in the chat is there, so it has been passed over.
        bob.say(chat)
        for socket in (at_alice, at_second):
            socket.next_message(chat)
            assert socket.take_kept("typing.indicator") == []


def test_it_is_told_only_when_it_changes(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice, bob.connect() as at_bob:
        at_alice.send("typing.stop", {"chatId": chat})
        for _ in range(5):
            at_alice.send("typing.start", {"chatId": chat})
        assert indicator(at_bob, chat) == (alice.id, True)
        at_alice.send("typing.stop", {"chatId": chat})
        assert indicator(at_bob, chat) == (alice.id, False)


def test_it_ends_by_itself(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice, bob.connect() as at_bob:
        at_alice.send("typing.start", {"chatId": chat})
        assert indicator(at_bob, chat) == (alice.id, True)
        notice = at_bob.wait_for(
            lambda frame: frame["type"] == "typing.indicator", "end of typing", timeout=3 * EXPIRY_SECONDS)
        assert notice["payload"] == {"chatId": chat, "userId": alice.id, "active": False}


def test_a_message_ends_it(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice, bob.connect() as at_bob:
        at_alice.send("typing.start", {"chatId": chat})
        assert indicator(at_bob, chat) == (alice.id, True)
        at_alice.say(message(chat))
        frames = []
        while not frames or frames[-1]["type"] != "message.new":
            frames.append(at_bob.receive())
        assert [frame["payload"].get("active") for frame in frames] == [False, None]


def test_who_leaves_types_no_longer(trio):
    alice, bob, carol, chat = trio
    with alice.connect() as at_alice, carol.connect() as at_carol, bob.connect() as at_bob:
        for socket, typist in ((at_bob, bob), (at_carol, carol)):
            socket.send("typing.start", {"chatId": chat})
            assert indicator(at_alice, chat) == (typist.id, True)
        expect(alice.remove(chat, bob), 204)
        at_alice.next_entry(chat)
        # Who is removed hears no more of what goes on: the socket's checker says so.
        at_carol.send("typing.stop", {"chatId": chat})
        assert indicator(at_alice, chat) == (bob.id, False), "with the removal"
        assert indicator(at_alice, chat) == (carol.id, False)
        at_bob.settle()


def test_several_type_at_once_and_in_several_chats(trio):
    alice, bob, carol, chat = trio
    other_chat = alice.new_group(bob)
    with alice.connect() as at_alice, bob.connect() as at_bob, carol.connect() as at_carol:
        at_bob.send("typing.start", {"chatId": chat})
        at_carol.send("typing.start", {"chatId": chat})
        at_bob.send("typing.start", {"chatId": other_chat})
        assert {indicator(at_alice, chat) for _ in range(2)} == {(bob.id, True), (carol.id, True)}
        assert indicator(at_alice, other_chat) == (bob.id, True)
        at_bob.send("typing.stop", {"chatId": chat})
        assert indicator(at_alice, chat) == (bob.id, False)


@pytest.mark.parametrize("payload", [{"chatId": "abc"}, "text"])
def test_a_command_that_is_none_gets_an_error(person, payload):
    with person().connect() as socket:
        frame = socket.answer(socket.send("typing.start", payload))
        assert frame["type"] == "error"
        assert frame["payload"]["code"] in ("request.invalid", "frame.invalid")
