"""Pages of a log in which more has happened than messages."""

import pytest
from harness.person import expect, time_of


@pytest.fixture
def eventful_chat(trio):
    """Somebody who reads it, the chat, and all its entries."""
    alice, bob, carol, chat = trio
    first, second = alice.say(chat), bob.say(chat)
    for command in [
        lambda: alice.edit(first), lambda: bob.react(first, "🐦"), lambda: alice.update_chat(chat, name="swifts"),
        lambda: alice.edit(first), lambda: bob.edit(second), lambda: alice.delete(second),
        lambda: bob.unreact(first, "🐦"), lambda: alice.remove(chat, carol), lambda: bob.post_message(chat),
    ]:
        answer = command()
        assert answer.ok, answer.text
    entries, last = bob.whole_history(chat)
    assert [int(entry["seq"]) for entry in entries] == list(range(1, 13)) and last == 12
    return bob, chat, entries


def test_kinds_and_ordinals(eventful_chat):
    _, _, entries = eventful_chat
    assert [(entry["kind"], entry.get("ordinal")) for entry in entries] == [
        ("chat", "0"), ("message", "1"), ("message", "2"), ("edit", "2"), ("reaction", "2"), ("chat", "2"),
        ("edit", "2"), ("edit", "2"), ("delete", "2"), ("delete", "2"), ("member", "2"), ("message", "3")]


def test_who_is_shown_with_what(eventful_chat):
    _, _, entries = eventful_chat
    assert {entry["seq"]: entry["deletedBySeq"] for entry in entries if "deletedBySeq" in entry} == {
        "3": "9", "8": "9", "5": "10"}
    assert [entry["seq"] for entry in entries if "latestEdit" in entry] == ["2"]
    assert entries[1]["latestEdit"]["seq"] == "7"
    assert entries[1]["latestEdit"]["content"] == entries[6]["content"]
    times = [time_of(entry["createdAt"]) for entry in entries]
    assert times == sorted(times)


@pytest.mark.parametrize("limit", [1, 2, 5, 12])
def test_pages_in_both_directions_count_entries_of_every_kind(eventful_chat, limit):
    reader, chat, entries = eventful_chat
    with reader.connect() as socket:
        forward, backward = [], []
        while len(forward) < len(entries):
            page = expect(reader.history(chat, after=len(forward), limit=limit), 200)
            assert page["entries"] == socket.pull(chat, afterSeq=len(forward), limit=limit)["entries"]
            assert 1 <= len(page["entries"]) <= limit
            forward += page["entries"]
        while len(backward) < len(entries):
            before = len(entries) - len(backward) + 1
            page = expect(reader.history(chat, before=before, limit=limit), 200)
            assert page["entries"] == socket.pull(chat, beforeSeq=before, limit=limit)["entries"]
            backward = page["entries"] + backward
    assert forward == backward == entries


def test_what_was_seen_live_and_what_is_read_later_agree(trio):
    """An entry that nothing happened to since is the same on both ways."""
    alice, bob, carol, chat = trio
    with carol.connect() as at_carol:
        original = alice.say(chat)
        expect(bob.react(original, "🐦"), 201)
        expect(alice.update_chat(chat, name="swifts"), 200)
        expect(alice.change_role(chat, bob, "admin"), 200)
        live = [at_carol.next_entry(chat) for _ in range(4)]
    assert carol.whole_history(chat)[0][1:] == live


def test_a_page_of_long_messages_is_shorter_and_goes_on(pair):
    alice, bob, chat = pair
    sent = [int(alice.say(chat, "x" * 60_000)["seq"]) for _ in range(6)]
    seqs, after = [], sent[0] - 1
    while after < sent[-1]:
        page = expect(bob.history(chat, after=after, limit=200), 200)
        entries = page["entries"]
        assert 1 <= len(entries) <= 2
        assert int(page["lastSeq"]) == sent[-1]
        seqs += [int(entry["seq"]) for entry in entries]
        after = seqs[-1]
    assert seqs == sent
    newest = expect(bob.history(chat, limit=200), 200)["entries"]
    assert [int(entry["seq"]) for entry in newest] == sent[-2:]
