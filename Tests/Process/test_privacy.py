"""A user's settings: one document, changed by version, and what it says of privacy is kept to."""

import base64
import concurrent.futures

import pytest
from harness.eventually import eventually
from harness.people import befriend, set_privacy, settings, update_settings
from harness.person import expect, refusal, wrong_field

DEFAULTS = {
    "lastSeen": "everybody", "groupAdditions": "everybody", "readReceipts": True, "typing": True, "discoverable": True,
    "foundByEmail": False,
}


@pytest.fixture
def friends(person):
    """Two contacts and the id of their direct chat."""
    alice, bob = person(), person()
    befriend(alice, bob)
    return alice, bob, expect(alice.create_chat(bob, type="direct"), 201)["chat"]["id"]


def test_everything_has_a_default(person):
    assert expect(settings(person()), 200) == {"settings": {"version": "0", "privacy": DEFAULTS, "client": ""}}


def test_what_is_absent_stays(person):
    alice = person()
    client = base64.b64encode(b'{"theme": "dark"}').decode()
    first = expect(update_settings(alice, 0, client=client, privacy={"typing": False}), 200)["settings"]
    assert first == {"version": "1", "privacy": {**DEFAULTS, "typing": False}, "client": client}
    second = expect(update_settings(alice, "1", privacy={"lastSeen": "nobody"}), 200)["settings"]
    assert second == {
        "version": "2", "privacy": {**DEFAULTS, "typing": False, "lastSeen": "nobody"}, "client": client}
    assert expect(settings(alice), 200)["settings"] == second


def test_ones_own_devices_hear_of_a_change(person):
    alice, bob = person(), person()
    befriend(alice, bob)
    with alice.connect() as at_alice, alice.on_another_device().connect() as at_second, bob.connect() as at_bob:
        expect(update_settings(alice, 0, client="AA=="), 200)
        for socket in (at_alice, at_second):
            assert socket.next_notice("settings.updated")["version"] == "1"
        at_bob.settle()
        assert at_bob.take_kept("settings.updated") == []


def test_of_changes_that_meet_one_wins(person):
    alice = person()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda number: update_settings(alice, 0, privacy={"typing": False}), range(6)))
    assert sorted(refusal(answer) for answer in answers) == [(200, None)] + [(409, "settings.version_conflict")] * 5
    assert refusal(update_settings(alice, 7)) == (409, "settings.version_conflict")


def test_settings_that_are_none(person):
    alice = person()
    assert wrong_field(alice.request("PUT", "/v1/users/me/settings", json={})) == "version"
    assert refusal(update_settings(alice, 0, privacy={"lastSeen": "friends"})) == (400, "request.invalid")
    assert wrong_field(update_settings(alice, 0, privacy={"lastSeen": "unspecified"})) == "privacy.lastSeen"
    assert wrong_field(update_settings(alice, 0, privacy={"groupAdditions": 7})) == "privacy.groupAdditions"
    assert refusal(update_settings(alice, 0, privacy={"typing": "maybe"})) == (400, "request.invalid")
    assert refusal(update_settings(alice, 0, client="not base64!")) == (400, "request.invalid")
    assert wrong_field(update_settings(alice, 0, client=base64.b64encode(bytes(16_385)).decode())) == "client"
    expect(update_settings(alice, 0, client=base64.b64encode(bytes(16_384)).decode()), 200)
    assert refusal(alice.get(f"/v1/users/{alice.id}/settings")) == (404, "route.not_found")
    assert refusal(alice.get("/v1/users/me/settings", token=None)) == (401, "auth.required")


def test_last_seen_is_for_those_who_may(friends, person):
    alice, bob, chat = friends
    carol = person()
    other = expect(alice.create_chat(carol, type="direct"), 201)["chat"]["id"]
    with bob.connect() as at_bob, carol.connect() as at_carol:
        with alice.connect():
            for socket in (at_bob, at_carol):
                socket.next_notice("user.online", userId=alice.id)
            expect(set_privacy(alice, lastSeen="contacts"), 200)
            assert "lastSeenAt" not in at_carol.next_notice("user.offline", userId=alice.id)
            expect(set_privacy(alice, lastSeen="nobody"), 200)
            assert "lastSeenAt" not in at_bob.next_notice("user.offline", userId=alice.id)
            expect(set_privacy(alice, lastSeen="everybody"), 200)
            for socket in (at_bob, at_carol):
                socket.next_notice("user.online", userId=alice.id)
            expect(set_privacy(alice, lastSeen="contacts"), 200)
            at_carol.next_notice("user.offline", userId=alice.id)
        assert at_bob.next_notice("user.offline", userId=alice.id)["lastSeenAt"]

    def seen(reader, chat):
        members = expect(reader.members(chat), 200)["members"]
        return next(each for each in members if each["userId"] == alice.id).get("lastSeenAt")

    eventually(lambda: seen(bob, chat), bool, "time at which alice was last seen")
    assert seen(carol, other) is None
    assert seen(alice, other), "one's own is no secret"
    with carol.connect() as at_carol, alice.connect() as at_alice:
        at_alice.next_notice("user.online", userId=carol.id)
        at_carol.settle()
        assert at_carol.take_kept("user.online", "user.offline") == []


def test_who_may_add_one_to_groups(friends, person):
    alice, bob, _ = friends
    carol = person()
    theirs = carol.new_group(bob)
    for audience, may in (("contacts", {bob}), ("nobody", set()), ("everybody", {bob, carol})):
        expect(set_privacy(alice, groupAdditions=audience), 200)
        for owner in (bob, carol):
            answer = owner.create_chat(alice, encryption="server")
            if owner in may:
                assert answer.status_code == 201
            else:
                assert refusal(answer) == (403, "contact.may_not_add")
                assert answer.json()["error"]["details"]["userIds"] == [alice.id]
    expect(set_privacy(alice, groupAdditions="contacts"), 200)
    assert refusal(carol.add(theirs, alice)) == (403, "contact.may_not_add")
    # A direct chat adds nobody to anything.
    expect(carol.create_chat(alice, type="direct"), 201)
    expect(alice.create_chat(carol, encryption="server"), 201)


def test_who_hides_what_they_read_is_not_told_of(pair):
    alice, bob, group = pair
    expect(set_privacy(bob, readReceipts=False), 200)
    second = bob.on_another_device()
    with alice.connect() as at_alice, second.connect() as at_second:
        entry = alice.say(group)
        expect(bob.mark_read(group, entry["seq"]), 204)
        assert at_second.next_notice("message.read", userId=bob.id)["seq"] == entry["seq"]
        assert at_alice.next_notice("message.delivered", userId=bob.id)["seq"] == entry["seq"]
        at_alice.settle()
        assert at_alice.take_kept("message.read") == []
    status = expect(alice.status(entry), 200)
    assert (status["readCount"], status["deliveredCount"]) == (0, 1)
    assert "readAt" not in status["members"][0]


def test_who_hides_typing_is_not_told_of(trio):
    alice, bob, carol, group = trio
    with alice.connect() as at_alice, bob.connect() as at_bob, carol.connect() as at_carol:
        expect(set_privacy(bob, typing=False), 200)
        at_bob.settle()
        at_bob.send("typing.start", {"chatId": group})
        at_bob.settle()
        at_carol.send("typing.start", {"chatId": group})
        assert at_alice.next_of("typing.indicator")["payload"]["userId"] == carol.id
