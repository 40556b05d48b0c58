"""Profiles: one's own to change, by name to be found."""

import uuid

import pytest
from harness.people import befriend, block, find, set_privacy, update_profile
from harness.person import Person, expect, refusal, wrong_field

HIDDEN = {
    "bidi override": "admin\u202enimda", "bidi isolate": "a\u2066b", "zero width space": "ad\u200bmin",
    "zero width joiner": "ad\u200dmin", "byte order mark": "\ufeffada", "soft hyphen": "a\u00adb",
    "hangul filler": "\u3164", "braille blank": "\u2800", "private use": "a\ue000", "unassigned": "a\u0378",
    "no character": "a\uffff", "tag": "a\U000e0041", "line separator": "a\u2028b", "line feed": "a\nb", "nul": "a\x00",
    "escape": "\x1b[31mred", "marks": "q" + "\u0308" * 5, "mark on nothing": "\u0301a", "nothing": "",
    "white space": " \u00a0\u3000",
}


def user(person, other=None):
    return expect(person.get(f"/v1/users/{(other or person).id}"), 200)["user"]


def found(person, query, **more):
    return [each["id"] for each in expect(find(person, query, **more), 200)["users"]]


def word():
    """A name that nobody else has."""
    return "w" + uuid.uuid4().hex[:20]


def test_what_is_absent_stays(person):
    alice, bob = person(), person()
    expect(update_profile(alice, displayName="  Ada  Lovelace ", bio="first\nsecond"), 200)
    changed = expect(update_profile(alice, avatarUrl="https://example.org/ada.png"), 200)["user"]
    assert changed["displayName"] == "Ada Lovelace"
    assert changed["email"] == alice.email
    seen = user(bob, alice)
    assert (seen["displayName"], seen["bio"], seen["avatarUrl"]) == (
        "Ada Lovelace", "first\nsecond", "https://example.org/ada.png")
    assert "email" not in seen
    expect(update_profile(alice), 200)
    assert user(bob, alice) == seen


@pytest.mark.parametrize("kind", HIDDEN)
def test_names_hide_nothing(person, kind):
    alice = person()
    before = user(alice)
    assert wrong_field(update_profile(alice, displayName=HIDDEN[kind])) == "displayName"
    assert user(alice) == before
    body = {"email": f"{word()}@example.org", "password": "correct horse", "displayName": HIDDEN[kind]}
    assert wrong_field(alice.post("/v1/auth/register", body, token=None)) == "displayName"


def test_what_a_profile_takes(person):
    alice = person()
    assert wrong_field(update_profile(alice, displayName="x" * 129)) == "displayName"
    assert wrong_field(update_profile(alice, bio="x" * 513)) == "bio"
    for username in ("ab", "x" * 33, "a b", "\u212aelvin", "\u0430dmin", "ada\u200b"):
        assert wrong_field(update_profile(alice, username=username)) == "username"
    for url in ("http://example.org/", "javascript:alert(1)", "https://", "https://a@example.org/", "https://a/\"x"):
        assert wrong_field(update_profile(alice, avatarUrl=url)) == "avatarUrl"
    expect(update_profile(alice, displayName="x" * 128, bio="x" * 512, avatarUrl=""), 200)


def test_profiles_of_others_are_not_ones_own(person):
    alice, bob = person(), person()
    nobody = type("Nobody", (), {"id": "4711"})
    for other in (bob, nobody):
        assert refusal(update_profile(alice, of=other, displayName="Mallory")) == (403, "user.not_own")
    assert refusal(alice.request("PUT", "/v1/users/me", json={})) == (405, "route.method_not_allowed")
    assert refusal(alice.request("PUT", f"/v1/users/{alice.id}", json={}, token=None)) == (401, "auth.required")


def test_a_user_name_changes_once_a_day_and_stays_ones_own(person):
    alice, bob, name = person(), person(), word()
    old = user(alice)["username"]
    assert expect(update_profile(alice, username=name.upper()), 200)["user"]["username"] == name
    again = update_profile(alice, username=word())
    assert refusal(again) == (429, "rate.limited")
    assert 0 < int(again.headers["Retry-After"]) <= 86_400
    for taken in (old, name, name.upper()):
        assert refusal(update_profile(bob, username=taken)) == (409, "user.username_taken")
    body = {"username": name.upper(), "password": alice.password}
    assert expect(alice.post("/v1/auth/login", body, token=None), 200)["user"]["id"] == alice.id
    body["username"] = old
    assert refusal(alice.post("/v1/auth/login", body, token=None)) == (401, "auth.credentials_invalid")


def test_contacts_and_peers_hear_of_a_new_profile(person):
    alice, friend, peer, stranger = (person() for _ in range(4))
    befriend(alice, friend)
    expect(alice.create_chat(peer, type="direct"), 201)
    blocked = person()
    expect(alice.create_chat(blocked, type="direct"), 201)
    expect(block(blocked, alice), 200)
    sockets = [each.connect() for each in (alice, friend, peer, stranger, blocked)]
    expect(update_profile(alice, displayName="Ada"), 200)
    for socket in sockets[:3]:
        notice = socket.next_notice("user.updated")["user"]
        assert (notice["id"], notice["displayName"]) == (alice.id, "Ada")
        assert "email" not in notice
    for socket in sockets[3:]:
        socket.settle()
        assert socket.take_kept("user.updated") == []
    for socket in sockets:
        socket.close()


def test_people_are_found_by_the_begin_of_a_name(person):
    alice, bob, name = person(), person(), word()
    expect(update_profile(bob, displayName=f"Grace {name.upper()} Hopper"), 200)
    for query in (name, name[:-2].upper(), f"{name} hop", f"GRACE {name}", user(bob)["username"][:12]):
        assert found(alice, query) == [bob.id]
    assert found(alice, name[1:]) == []
    assert found(alice, f"{name} grace") == []
    expect(update_profile(bob, displayName=f"Am\u00e9lie{name}"), 200)
    assert found(alice, name) == []
    assert found(alice, f"AME\u0301LIE{name}") == [bob.id]
    shown = expect(find(alice, f"am\u00e9lie{name}"), 200)["users"][0]
    assert "email" not in shown
    assert found(bob, f"am\u00e9lie{name}") == [], "nobody searches for themselves"


def test_a_search_comes_in_pages(person):
    alice, name = person(), word()
    others = [person() for _ in range(5)]
    for number, other in enumerate(others):
        expect(update_profile(other, displayName=f"{name} {name} {number}"), 200)
    seen, cursor = [], ""
    while cursor is not None:
        page = expect(find(alice, name, limit=2, cursor=cursor), 200)
        assert 0 < len(page["users"]) <= 2
        seen += [each["id"] for each in page["users"]]
        cursor = page.get("nextCursor")
    assert seen == [other.id for other in others], "by name, each once"


def test_whom_one_has_blocked_one_does_not_find(person):
    alice, bob, name = person(), person(), word()
    expect(update_profile(bob, displayName=name), 200)
    expect(update_profile(alice, displayName=f"{name} too"), 200)
    expect(block(alice, bob), 200)
    assert found(alice, name) == []
    assert found(alice, user(bob)["username"]) == []
    assert found(bob, name) == [alice.id], "to be blocked does not show"


def test_who_does_not_want_to_be_found_is_not(person):
    alice, bob, name = person(), person(), word()
    expect(update_profile(bob, displayName=name, username=f"u{name}"), 200)
    expect(set_privacy(bob, discoverable=False), 200)
    assert found(alice, name) == found(alice, f"u{name}"[:-1]) == []
    assert found(alice, f"U{name}") == [bob.id]
    expect(set_privacy(bob, discoverable=True), 200)
    assert found(alice, name) == found(alice, f"u{name}") == [bob.id]


def test_an_address_finds_who_allows_it(person):
    alice, bob = person(), person()
    assert found(alice, bob.email) == []
    expect(set_privacy(bob, foundByEmail=True), 200)
    assert found(alice, bob.email.upper()) == [bob.id]
    assert found(alice, bob.email[:-1]) == []


def test_searches_that_are_none(person):
    alice = person()
    assert wrong_field(alice.get("/v1/users")) == "query"
    for query in ("", " ", "x" * 65, "a\u202eb", "\u200b"):
        assert wrong_field(find(alice, query)) == "query"
    assert wrong_field(find(alice, "a", limit=201)) == "limit"
    other = expect(find(alice, "a", limit=1), 200).get("nextCursor")
    for cursor in ("!", "AAAA", "x" * 1_000, other):
        if cursor:
            assert wrong_field(find(alice, "zz", cursor=cursor)) == "cursor"
    for query in ("%", "_", "*", "'; DROP TABLE names; --", "a\"b"):
        assert found(alice, query) == []
    assert refusal(find(alice, "a", limit="many")) == (400, "request.invalid")


def test_names_are_found_after_a_restart(own_server):
    alice, bob = Person.register(own_server), Person.register(own_server)
    expect(update_profile(bob, displayName="Durable Name"), 200)
    own_server.stop()
    own_server.start()
    assert found(alice, "name") == [bob.id]
