"""A channel is a broadcast: the owner and admins write, everybody reads."""

import pytest
from harness.person import expect, message, refusal


@pytest.fixture
def channel(person):
    """Its owner, two who follow it, and its id."""
    alice, bob, carol = person(), person(), person()
    chat = expect(alice.create_chat(bob, carol, type="channel", name="weather"), 201)["chat"]
    assert (chat["type"], chat["encryption"], chat["role"], chat["name"]) == ("channel", "server", "owner", "weather")
    return alice, bob, carol, chat["id"]


def test_what_the_owner_writes_everybody_gets(channel):
    alice, bob, carol, chat = channel
    with bob.connect() as at_bob, carol.connect() as at_carol:
        entry = alice.say(chat)
        assert at_bob.next_message(chat) == at_carol.next_message(chat) == entry


def test_who_follows_a_channel_does_not_write_in_it(channel):
    alice, bob, _, chat = channel
    assert refusal(bob.post_message(chat)) == (403, "chat.forbidden")
    with bob.connect() as at_bob:
        assert at_bob.refusal("message.send", message(chat))["code"] == "chat.forbidden"
    assert alice.chat(chat)["lastSeq"] == "1"


def test_an_admin_of_a_channel_writes_until_that_ends(channel):
    alice, bob, _, chat = channel
    expect(alice.change_role(chat, bob, "admin"), 200)
    bob.say(chat)
    expect(alice.change_role(chat, bob, "member"), 200)
    assert refusal(bob.post_message(chat)) == (403, "chat.forbidden")


def test_who_follows_a_channel_may_react_and_leave(channel):
    alice, bob, _, chat = channel
    entry = alice.say(chat)
    with alice.connect() as at_alice:
        expect(bob.react(entry, "☔"), 201)
        assert at_alice.next_entry(chat)["content"]["text"] == "☔"
    assert bob.leave(chat).status_code == 204
    assert alice.chat(chat)["memberCount"] == 2
