"""Reactions: each is an entry of its own, one of a kind for each person and message."""

import pytest
from harness.person import expect, new_client_id, reaction, refusal, wrong_field

EMOJI_BYTES_MAX = 64


def test_a_reaction_is_an_entry_that_points_at_the_message(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    with alice.connect() as at_alice:
        entry = expect(bob.react(original, "👩‍🚀"), 201)["entry"]
        assert at_alice.next_entry(chat) == entry
    assert (entry["kind"], entry["refersTo"], entry["senderId"]) == ("reaction", original["seq"], bob.id)
    assert entry["content"] == {"text": "👩‍🚀"}
    assert entry["ordinal"] == original["ordinal"]
    assert alice.whole_history(chat)[0][1:] == [original, entry]
    assert alice.chat(chat)["unreadCount"] == "0", "a reaction is no further message"


def test_the_same_emoji_a_second_time_is_the_first_reaction(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    first = expect(bob.react(original, "🐦"), 201)
    assert expect(bob.react(original, "🐦"), 200) == first
    with bob.connect() as at_bob:
        assert at_bob.ask("reaction.add", reaction(original, "🐦"), resend=True)["payload"]["seq"] == "3"
    assert expect(alice.react(original, "🐦"), 201)["entry"]["seq"] == "4", "everybody's own"
    assert expect(bob.react(original, "🪶"), 201)["entry"]["seq"] == "5", "and each kind"


def test_a_reaction_is_removed_by_its_emoji(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    entry = expect(bob.react(original, "👍🏽"), 201)["entry"]
    with alice.connect() as at_alice:
        assert expect(bob.unreact(original, "👍🏽"), 204) is None
        deletion = at_alice.next_entry(chat)
    assert (deletion["kind"], deletion["refersTo"]) == ("delete", entry["seq"])
    kept = {name: value for name, value in entry.items() if name != "content"}
    assert alice.whole_history(chat)[0][2:] == [{**kept, "deletedBySeq": deletion["seq"]}, deletion]


def test_a_reaction_is_removed_by_its_own_id(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    entry = expect(bob.react(original, "🐦"), 201)["entry"]
    expect(bob.delete(entry), 204)
    removed = alice.whole_history(chat)[0][2]
    assert (removed["deletedBySeq"], "content" in removed) == ("4", False)


def test_removing_what_is_not_there_changes_nothing(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    expect(alice.react(original, "🐦"), 201)
    expect(bob.unreact(original, "🐦"), 204)
    with bob.connect() as at_bob:
        at_bob.command("reaction.remove", {"id": original["id"], "emoji": "🐦"}, resend=True)
    assert alice.chat(chat)["lastSeq"] == "3"


def test_a_removed_reaction_can_be_given_again(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    client_id = new_client_id()
    first = expect(bob.react(original, "🐦", client_id), 201)["entry"]
    expect(bob.unreact(original, "🐦"), 204)
    again = expect(bob.react(original, "🐦"), 201)["entry"]
    assert again["seq"] == "5"
    resent = expect(bob.react(original, "🐦", client_id), 200)["entry"]
    assert (resent["seq"], resent["deletedBySeq"]) == (first["seq"], "4"), "but its client id stays taken"


def test_reactions_in_a_socket_are_accepted_in_their_place(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    with alice.connect() as at_alice, bob.connect() as at_bob:
        for emoji, by_own_id in [("🐦", True), ("🪶", False)]:
            added = at_bob.command("reaction.add", reaction(original, emoji))
            entry = at_alice.next_entry(chat)
            assert (entry["id"], entry["seq"], entry["kind"]) == (added["messageId"], added["seq"], "reaction")
            payload = {"id": added["messageId"]} if by_own_id else {"id": original["id"], "emoji": emoji}
            removed = at_bob.command("reaction.remove", payload)
            entry = at_alice.next_entry(chat)
            assert (entry["id"], entry["seq"], entry["kind"]) == (removed["messageId"], removed["seq"], "delete")
            assert entry["refersTo"] == added["seq"]
        later = alice.say(chat)
        assert at_bob.next_entry(chat) == later


def test_a_reaction_is_repeated_under_its_client_id_and_no_other(pair):
    alice, bob, chat = pair
    original, other = alice.say(chat), alice.say(chat)
    client_id = new_client_id()
    first = expect(bob.react(original, "🐦", client_id), 201)
    assert expect(bob.react(original, "🐦", client_id), 200) == first
    for reused in [
        bob.react(original, "🪶", client_id), bob.react(other, "🐦", client_id),
        bob.post_message(chat, "🐦", client_id),
    ]:
        assert refusal(reused) == (409, "message.client_id_reused")
    with bob.connect() as at_bob:
        assert at_bob.command("reaction.add", reaction(original, "🐦", client_id), resend=True)["seq"] == "4"
        answer = at_bob.refusal("reaction.add", reaction(original, "🪶", client_id))
        assert answer["code"] == "message.client_id_reused"


@pytest.mark.parametrize("emoji", ["", "x" * (EMOJI_BYTES_MAX + 1)])
def test_an_emoji_is_short_and_not_nothing(pair, emoji):
    alice, _, chat = pair
    original = alice.say(chat)
    assert wrong_field(alice.react(original, emoji)) == "emoji"
    expect(alice.react(original, "x" * EMOJI_BYTES_MAX), 201)


def test_a_reaction_without_anything_is_refused(pair):
    alice, _, chat = pair
    original = alice.say(chat)
    assert wrong_field(alice.command("reaction.add", {"id": original["id"], "clientId": new_client_id()})) == "emoji"
    assert wrong_field(alice.react(original, "🐦", client_id="1")) == "clientId"


def test_one_reacts_to_messages(pair, person):
    alice, _, chat = pair
    original = alice.say(chat)
    reacted = expect(alice.react(original, "🐦"), 201)["entry"]
    first = alice.whole_history(chat)[0][0]
    for entry in [reacted, first, {"id": f"{chat}.99"}, {"id": "no id"}]:
        assert refusal(alice.react(entry, "🐦")) == (404, "message.not_found"), entry
    assert refusal(person().react(original, "🐦")) == (404, "chat.not_found")
