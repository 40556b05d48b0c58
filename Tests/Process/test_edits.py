"""A message gets other words: an entry of its own, at which the message points from then on."""

import pytest
from harness.person import edit, expect, message, new_client_id, refusal, wrong_field


def as_latest_edit(entry):
    """How the entry of an edit stands in what it edits."""
    return {"seq": entry["seq"], "createdAt": entry["createdAt"], "content": entry["content"]}


def test_an_edit_is_an_entry_and_the_message_points_at_it(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    with alice.connect() as at_alice, bob.connect() as at_bob:
        entry = expect(alice.edit(original, "these words are private and better"), 200)["entry"]
        assert at_bob.next_entry(chat) == at_alice.next_entry(chat) == entry
    assert (entry["kind"], entry["refersTo"], entry["seq"]) == ("edit", original["seq"], "3")
    assert entry["ordinal"] == original["ordinal"], "an edit is no further message"
    assert entry["content"] == {"text": "these words are private and better"}
    entries, _ = bob.whole_history(chat)
    assert entries[1:] == [{**original, "latestEdit": as_latest_edit(entry)}, entry]
    assert bob.chat(chat)["unreadCount"] == "1"


def test_the_latest_of_several_edits_is_shown(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    edits = [expect(alice.edit(original), 200)["entry"] for _ in range(3)]
    entries, _ = bob.whole_history(chat)
    assert entries[1]["latestEdit"] == as_latest_edit(edits[-1])
    assert entries[2:] == edits
    page = expect(bob.history(chat, after=1, limit=1), 200)
    assert page["entries"] == entries[1:2], "also on a page that ends before the edit"


def test_an_edit_in_a_socket_is_accepted_in_its_place(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice, bob.connect() as at_bob:
        original = at_alice.say(message(chat))
        at_bob.next_message(chat)
        sent = edit({"id": original["messageId"]})
        accepted = at_alice.command("message.edit", sent)
        entry = at_bob.next_entry(chat)
        assert (accepted["chatId"], accepted["messageId"], accepted["seq"], accepted["createdAt"]) == (
            chat, entry["id"], entry["seq"], entry["createdAt"])
        assert (entry["kind"], entry["clientId"], entry["content"]) == ("edit", sent["clientId"], sent["content"])
        # The next entry is the first that the author's socket is given.
        later = bob.say(chat)
        assert at_alice.next_entry(chat) == later


def test_only_the_author_edits(trio):
    alice, bob, _, chat = trio
    original = bob.say(chat)
    assert refusal(alice.edit(original)) == (403, "message.not_own"), "not even the owner of the chat"
    with alice.connect() as at_alice:
        assert at_alice.refusal("message.edit", edit(original))["code"] == "message.not_own"
    assert alice.chat(chat)["lastSeq"] == "2"


def test_only_what_is_a_message_there_is_edited(pair, person):
    alice, bob, chat = pair
    original = alice.say(chat)
    edited = expect(alice.edit(original), 200)["entry"]
    reacted = expect(alice.react(original, "🐦"), 201)["entry"]
    first = alice.whole_history(chat)[0][0]
    others = [{"id": f"{chat}.99"}, {"id": "no id"}, {"id": chat}]
    for entry in [edited, reacted, first, *others]:
        assert refusal(alice.edit(entry)) == (404, "message.not_found"), entry
    assert refusal(person().edit(original)) == (404, "chat.not_found")
    assert expect(alice.delete(original), 204) is None
    assert refusal(alice.edit(original)) == (409, "message.deleted")


def test_an_edit_is_repeated_under_its_client_id_and_no_other(pair):
    alice, _, chat = pair
    original, other = alice.say(chat), alice.say(chat)
    client_id = new_client_id()
    first = expect(alice.edit(original, "these words are private", client_id), 200)
    assert expect(alice.edit(original, "these words are private", client_id), 200) == first
    for reused in [
        alice.edit(original, "these words are private too", client_id),
        alice.edit(other, "these words are private", client_id),
        alice.post_message(chat, "these words are private", client_id),
        alice.edit(original, client_id=original["clientId"]),
    ]:
        assert refusal(reused) == (409, "message.client_id_reused")
    with alice.connect() as at_alice:
        again = at_alice.command(
            "message.edit", edit(original, "these words are private", client_id), resend=True)
        assert again["seq"] == first["entry"]["seq"]
        answer = at_alice.refusal("message.edit", edit(original, "these words are private too", client_id))
        assert answer["code"] == "message.client_id_reused"
    assert alice.chat(chat)["lastSeq"] == "4"


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"clientId": "1"}, "clientId"), ({"content": {}}, "content"), ({"content": None}, "content")])
def test_an_edit_has_a_client_id_and_words(pair, changed, field):
    alice, _, chat = pair
    original = alice.say(chat)
    assert wrong_field(alice.command("message.edit", {**edit(original), **changed})) == field


def test_an_edit_is_no_larger_than_a_message(pair):
    alice, _, chat = pair
    original = alice.say(chat)
    assert refusal(alice.edit(original, "x" * ((64 << 10) + 1))) == (413, "message.too_large")
