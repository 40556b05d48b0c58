"""What is taken back is gone for everybody; that there was something stays."""

from harness.person import expect, message, reaction, refusal


def tombstone(entry, deleted_by):
    """What stays of an entry."""
    kept = {name: value for name, value in entry.items() if name not in ("content", "fileIds", "latestEdit")}
    return {**kept, "deletedBySeq": deleted_by}


def test_a_deleted_message_is_gone_for_everybody(pair):
    alice, bob, chat = pair
    original = alice.say(chat, fileIds=["7"])
    second = alice.on_another_device()
    with bob.connect() as at_bob, second.connect() as at_second:
        assert expect(alice.delete(original), 204) is None
        entry = at_bob.next_entry(chat)
        assert at_second.next_entry(chat) == entry
        assert (entry["kind"], entry["refersTo"], entry["senderId"]) == ("delete", original["seq"], alice.id)
        assert "content" not in entry
        for reader in (alice, bob, second):
            assert reader.whole_history(chat)[0][1:] == [tombstone(original, entry["seq"]), entry]
        assert at_second.pull(chat, afterSeq=1)["entries"] == [tombstone(original, entry["seq"]), entry]


def test_deleting_once_more_changes_nothing(pair):
    alice, _, chat = pair
    original = alice.say(chat)
    for _ in range(2):
        assert expect(alice.delete(original), 204) is None
    with alice.connect() as at_alice:
        accepted = at_alice.command("message.delete", {"id": original["id"]}, resend=True)
        assert (accepted["chatId"], accepted["seq"]) == (chat, "3")
    assert alice.chat(chat)["lastSeq"] == "3"


def test_a_deletion_in_a_socket_is_accepted_in_its_place(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice, bob.connect() as at_bob:
        original = at_alice.say(message(chat))
        at_bob.next_message(chat)
        accepted = at_alice.command("message.delete", {"id": original["messageId"]})
        entry = at_bob.next_entry(chat)
        assert (accepted["messageId"], accepted["seq"], accepted["createdAt"]) == (
            entry["id"], entry["seq"], entry["createdAt"])
        later = bob.say(chat)
        assert at_alice.next_entry(chat) == later


def test_with_a_message_its_edits_go(pair):
    alice, bob, chat = pair
    original, other = alice.say(chat), alice.say(chat)
    edits = [expect(alice.edit(original), 200)["entry"] for _ in range(2)]
    expect(alice.delete(original), 204)
    entries, _ = bob.whole_history(chat)
    deletion = entries[-1]
    assert entries[1:] == [
        tombstone(original, deletion["seq"]), other, *(tombstone(each, deletion["seq"]) for each in edits), deletion]


def test_who_rules_deletes_what_others_wrote(trio):
    alice, bob, carol, chat = trio
    expect(alice.change_role(chat, bob, "admin"), 200)
    for author in (carol, alice):
        original = author.say(chat)
        expect(bob.delete(original), 204)
        before, deletion = carol.whole_history(chat)[0][-2:]
        assert (before, deletion["senderId"]) == (tombstone(original, deletion["seq"]), bob.id)


def test_a_member_deletes_only_the_own(trio):
    alice, bob, carol, chat = trio
    original = carol.say(chat)
    assert refusal(bob.delete(original)) == (403, "message.not_own")
    reacted = expect(carol.react(original, "🐦"), 201)["entry"]
    assert refusal(alice.delete(reacted)) == (403, "message.not_own"), "a reaction is its author's alone"
    assert carol.chat(chat)["lastSeq"] == "3"


def test_only_messages_and_reactions_are_deleted(pair, person):
    alice, _, chat = pair
    original = alice.say(chat)
    edited = expect(alice.edit(original), 200)["entry"]
    first = alice.whole_history(chat)[0][0]
    for entry in [edited, first, {"id": f"{chat}.99"}, {"id": "no id"}]:
        assert refusal(alice.delete(entry)) == (404, "message.not_found"), entry
    assert refusal(person().delete(original)) == (404, "chat.not_found")
    expect(alice.delete(original), 204)
    deletion = alice.whole_history(chat)[0][-1]
    assert refusal(alice.delete(deletion)) == (404, "message.not_found")


def test_the_client_id_of_a_deleted_message_is_not_free(pair):
    alice, _, chat = pair
    sent = message(chat)
    original = expect(alice.post("/v1/messages", sent), 201)["entry"]
    expect(alice.delete(original), 204)
    assert expect(alice.post("/v1/messages", sent), 200)["entry"] == tombstone(original, "3")
    with alice.connect() as at_alice:
        assert at_alice.say(sent, resend=True)["seq"] == original["seq"]


def test_nothing_is_added_to_a_deleted_message(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    expect(alice.delete(original), 204)
    for answer in (alice.edit(original), alice.react(original, "🐦"), bob.react(original, "🐦")):
        assert refusal(answer) == (409, "message.deleted")
    with bob.connect() as at_bob:
        assert at_bob.refusal("reaction.add", reaction(original, "🐦"))["code"] == "message.deleted"
