"""What a device that comes back is told, and how it fetches what it missed."""

import random

import pytest
from harness.device import Device
from harness.eventually import eventually
from harness.membership import change
from harness.person import expect, message, refusal


@pytest.fixture
def away(person):
    """Somebody with a chat who has been there and left, the other member, the chat, and the cursor of the device."""
    alice, bob = person(), person()
    chat = bob.new_group(alice)
    with alice.connect() as at_alice:
        cursor = at_alice.inbox_cursor
    return alice, bob, chat, cursor


def announced(socket):
    """The chats that were announced before the heads, by id, with the role in each."""
    return {frame["payload"]["chat"]["id"]: frame["payload"]["chat"] for frame in socket.take_kept("chat.updated")}


def test_nothing_has_happened(away):
    alice, _, _, cursor = away
    with alice.connect(cursor) as at_alice:
        assert (at_alice.heads, announced(at_alice)) == ({}, {})
        assert at_alice.inbox_cursor == cursor


def test_a_new_device_gets_all_heads_and_no_announcements(away, person):
    alice, bob, chat, _ = away
    left = bob.new_group(alice)
    expect(alice.leave(left), 204)
    joined = bob.new_group()
    expect(bob.add(joined, alice), 200)
    with alice.on_another_device().connect() as at_alice:
        assert set(at_alice.heads) == {chat, joined}
        assert announced(at_alice) == {}


def test_what_was_joined_is_announced_and_has_its_head(away):
    alice, bob, chat, cursor = away
    bob.say(chat)
    made = bob.new_group(alice)
    joined = bob.new_group()
    bob.say(joined)
    expect(bob.add(joined, alice), 200)
    with alice.connect(cursor) as at_alice:
        assert announced(at_alice) == {made: alice.chat(made), joined: alice.chat(joined)}
        assert list(at_alice.heads) == [joined, made, chat], "newest first"
        assert (at_alice.heads[joined]["lastSeq"], at_alice.heads[joined]["unreadCount"]) == ("3", "0")
        assert len(at_alice.pull(joined, afterSeq=0)["entries"]) == 3
        entry = bob.say(joined)
        assert at_alice.next_message(joined) == entry, "from here on it is live"
        cursor = at_alice.inbox_cursor
    with alice.connect(cursor) as at_alice:
        assert (set(at_alice.heads), announced(at_alice)) == ({joined}, {})


def test_what_was_left_is_announced_with_its_last_entries(away, person):
    alice, bob, chat, cursor = away
    carol = person()
    expect(bob.add(chat, carol), 200)
    missed = [bob.say(chat) for _ in range(2)]
    expect(bob.remove(chat, alice), 204)
    bob.say(chat)
    with alice.connect(cursor) as at_alice:
        view = announced(at_alice)[chat]
        assert (view["role"], view["leftSeq"], view["lastSeq"], view["name"]) == ("unspecified", "5", "5", "")
        assert (at_alice.heads[chat]["lastSeq"], at_alice.heads[chat]["unreadCount"]) == ("5", "0")
        page = at_alice.pull(chat, afterSeq=2)
        assert (page["entries"][:2], page["lastSeq"]) == (missed, "5")
        assert [entry.get("member") for entry in page["entries"][2:]] == [change(alice, "removed")]
        assert at_alice.pull(chat, afterSeq=5)["entries"] == []
        bob.say(chat)
        at_alice.settle()
        cursor = at_alice.inbox_cursor
    with alice.connect(cursor) as at_alice:
        assert (at_alice.heads, announced(at_alice)) == ({}, {})


def test_who_was_removed_and_added_again_is_in_it(away):
    alice, bob, chat, cursor = away
    for _ in range(2):
        expect(bob.remove(chat, alice), 204)
        bob.say(chat)
        expect(bob.add(chat, alice), 200)
    with alice.connect(cursor) as at_alice:
        assert announced(at_alice) == {chat: alice.chat(chat)}, "once, as it is now"
        assert at_alice.heads[chat]["lastSeq"] == "7"
        entry = bob.say(chat)
        assert at_alice.next_message(chat) == entry


def test_a_role_and_a_name_are_learned_on_the_way_back(away):
    alice, bob, chat, cursor = away
    expect(bob.change_role(chat, alice, "admin"), 200)
    expect(bob.update_chat(chat, name="swifts"), 200)
    with alice.connect(cursor) as at_alice:
        view = announced(at_alice)[chat]
        assert (view["role"], view["name"]) == ("admin", "swifts")
        assert [entry.get("name") for entry in at_alice.pull(chat, afterSeq=2)["entries"]] == ["swifts"]


def test_each_device_has_a_cursor_of_its_own(away):
    alice, bob, chat, cursor = away
    second = alice.on_another_device()
    with second.connect() as at_second:
        own_cursor = at_second.inbox_cursor
    other = bob.new_group(alice)
    for person, start in [(alice, cursor), (second, own_cursor)]:
        with person.connect(start) as socket:
            assert (set(announced(socket)), set(socket.heads)) == ({other}, {other})


def test_more_heads_than_fit_into_one_frame_come_in_several(person):
    alice = person()
    chats = [alice.new_group() for _ in range(201)]
    with alice.connect() as at_alice:
        assert list(at_alice.heads) == chats[::-1]


def test_a_device_that_was_away_for_long_merges_pages_from_both_ends(away, person):
    alice, bob, chat, _ = away
    device = Device(alice, random.Random(1))
    device.come_online()
    device.catch_up_everywhere()
    device.go_offline()
    with bob.connect() as at_bob:
        at_bob.say_many([message(chat) for _ in range(300)], window=32)
    edited = expect(bob.edit(bob.say(chat)), 200)["entry"]
    device.come_online()
    assert device.socket.heads[chat]["unreadCount"] == "301"
    live = bob.say(chat)
    device.catch_up_everywhere()
    assert edited["seq"] in [entry["seq"] for entry in device.logs[chat].entries()]
    eventually(lambda: device.listen() or device.last[chat], lambda last: last == int(live["seq"]), "live entry")
    device.check(chat)
    assert device.unread(chat) == 302
    device.go_offline()


def test_what_one_device_has_read_the_next_one_to_come_knows(pair):
    alice, bob, chat = pair
    entry = alice.say(chat)
    second = bob.on_another_device()
    with bob.connect() as at_bob, alice.connect() as at_alice:
        at_bob.send("message.read", {"chatId": chat, "seq": entry["seq"]})
        at_alice.next_of("message.read", chatId=chat, userId=bob.id)
        with second.connect() as at_second:
            head = at_second.heads[chat]
            notices = at_second.take_kept("message.read")
            known = max([int(head["readSeq"]), *(int(notice["payload"]["seq"]) for notice in notices)])
            assert known == int(entry["seq"]), "or it would show as unread what it was told nothing more about"


@pytest.mark.parametrize(("position", "field"), [({"limit": 201}, "limit"), ({"limit": -1}, "limit")])
def test_a_page_has_a_limit(pair, position, field):
    alice, _, chat = pair
    with alice.connect() as socket:
        answer = socket.refusal("sync.pull", {"chatId": chat, "afterSeq": "0", **position})
        assert answer["code"] in ("request.invalid", "frame.invalid")
        assert answer["code"] != "request.invalid" or answer["details"]["field"] == field


def test_pages_begin_and_end_where_the_log_does(pair):
    alice, _, chat = pair
    entries = [alice.whole_history(chat)[0][0]] + [alice.say(chat) for _ in range(59)]
    with alice.connect() as socket:
        assert socket.pull(chat)["entries"] == entries[10:], "the newest page of the default size"
        assert socket.pull(chat, afterSeq=0, limit=200)["entries"] == entries
        assert socket.pull(chat, beforeSeq=1)["entries"] == []
        assert socket.pull(chat, beforeSeq="9223372036854775807", limit=2)["entries"] == entries[-2:]
        for position in ({"afterSeq": 60}, {"afterSeq": "9223372036854775807"}):
            assert socket.pull(chat, **position)["entries"] == []


def test_more_pulls_at_once_than_are_served_at_once_are_all_answered(pair):
    alice, _, chat = pair
    entries = [alice.say(chat) for _ in range(20)]
    with alice.connect() as socket:
        frames = [
            socket.send("sync.pull", {"chatId": chat, "afterSeq": str(each + 1), "limit": 1}) for each in range(20)]
        pages = [socket.answer(frame)["payload"]["entries"] for frame in frames]
    assert pages == [[entry] for entry in entries]


@pytest.mark.parametrize("cursor", ["not a cursor", "////", "AAAA"])
def test_a_cursor_that_is_none_is_refused(person, cursor):
    alice = person()
    with alice.socket() as socket:
        answer = socket.ask("session.resume", {"inboxCursor": cursor})
        while answer["type"] == "session.ready":
            answer = socket.receive()
        assert (answer["type"], answer["payload"]["code"]) == ("error", "request.invalid")
        assert answer["payload"]["details"]["field"] == "inboxCursor"
        assert socket.close_code() == 4400


def test_nothing_is_pulled_from_a_chat_that_one_never_was_in(pair, person):
    _, _, chat = pair
    stranger = person()
    with stranger.connect() as socket:
        assert socket.refusal("sync.pull", {"chatId": chat, "afterSeq": "0"})["code"] == "chat.not_found"
    assert refusal(stranger.history(chat)) == (404, "chat.not_found")
