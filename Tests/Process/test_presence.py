"""Who is connected: told to those with whom one has a direct chat, and to nobody else."""

import pytest
from harness.eventually import eventually
from harness.person import expect, message, time_of


@pytest.fixture
def friends(person):
    """Two people and the id of their direct chat."""
    alice, bob = person(), person()
    return alice, bob, expect(alice.create_chat(bob, type="direct"), 201)["chat"]["id"]


def status(socket, person):
    """What the next notice says of somebody."""
    frame = socket.wait_for(
        lambda frame: frame["type"] in ("user.online", "user.offline") and frame["payload"]["userId"] == person.id,
        "presence")
    notice = frame["payload"]
    assert frame["type"] == ("user.offline" if notice["status"] == "offline" else "user.online")
    assert notice["status"] == "offline" or "lastSeenAt" not in notice
    return notice["status"]


def last_seen(reader, chat, person):
    members = expect(reader.members(chat), 200)["members"]
    return next(each for each in members if each["userId"] == person.id).get("lastSeenAt")


def test_who_comes_and_goes_is_shown_to_the_peer(friends):
    alice, bob, chat = friends
    with bob.connect() as at_bob:
        with alice.connect() as at_alice:
            assert status(at_bob, alice) == "online"
            assert status(at_alice, bob) == "online", "who is there already is told at the start"
            at_alice.send("presence.set", {"status": "away"})
            assert status(at_bob, alice) == "away"
            at_alice.send("presence.set", {"status": "online"})
            assert status(at_bob, alice) == "online"
            assert last_seen(bob, chat, alice) is None, "she has never been away yet"
        notice = at_bob.next_notice("user.offline", userId=alice.id)
        seen_at = eventually(lambda: last_seen(bob, chat, alice), bool, "time at which alice was last seen")
        for text in (notice["lastSeenAt"], seen_at):
            assert time_of(text) >= time_of(at_bob.ready["serverTime"])


def test_somebody_is_there_as_long_as_one_device_is(friends):
    alice, bob, _ = friends
    second = alice.on_another_device()
    with bob.connect() as at_bob:
        first = alice.connect()
        assert status(at_bob, alice) == "online"
        first.send("presence.set", {"status": "away"})
        assert status(at_bob, alice) == "away"
        with second.connect() as at_second:
            assert status(at_bob, alice) == "online"
            first.close()
            at_second.send("presence.set", {"status": "away"})
            assert status(at_bob, alice) == "away", "not offline in between"
        assert status(at_bob, alice) == "offline"


def test_a_direct_chat_made_while_connected_makes_peers(person):
    alice, bob = person(), person()
    with bob.connect() as at_bob:
        expect(alice.create_chat(bob, type="direct"), 201)
        at_bob.next_of("chat.updated")
        with alice.connect():
            assert status(at_bob, alice) == "online"
        assert status(at_bob, alice) == "offline"


def test_others_are_told_nothing(friends, person):
    alice, bob, direct = friends
    carol, stranger = person(), person()
    group = bob.new_group(alice, carol)
    with bob.connect() as at_bob, carol.connect() as at_carol, stranger.connect() as at_stranger:
        with alice.connect() as at_alice:
            assert status(at_bob, alice) == "online"
            at_alice.send("presence.set", {"status": "away"})
            assert status(at_bob, alice) == "away"
        assert status(at_bob, alice) == "offline"
        # What comes after it is there, so it has been passed over.
        at_bob.say(message(group))
        at_carol.next_message(group)
        at_stranger.settle()
        for socket in (at_carol, at_stranger):
            assert socket.take_kept("user.online", "user.offline") == []
    eventually(lambda: last_seen(bob, direct, alice), bool, "time at which alice was last seen")
    assert last_seen(carol, group, alice) is None, "in a group nobody is told"


@pytest.mark.parametrize("wrong", [{"status": "offline"}, {"status": "unspecified"}, {"status": "asleep"}, {}])
def test_a_status_is_one_that_can_be_set(person, wrong):
    with person().connect() as socket:
        answer = socket.refusal("presence.set", wrong)
        assert answer["code"] in ("request.invalid", "frame.invalid")
        if wrong.get("status") == "offline":
            assert (answer["code"], answer["details"]["field"]) == ("request.invalid", "status")
