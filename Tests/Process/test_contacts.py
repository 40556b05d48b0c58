"""Contacts: asked for, accepted, ended; seen by nobody but the two."""

import concurrent.futures

import pytest
from harness.people import accept, ask, befriend, block, contacts, drop, put_contact
from harness.person import expect, refusal, wrong_field


@pytest.fixture
def two(person):
    return person(), person()


def listed(person, **query):
    """By the other's id: the state, and the direction where there is one."""
    found = expect(contacts(person, **query), 200)["contacts"]
    return {each["userId"]: (each["state"], each.get("direction")) for each in found}


def told(socket, other):
    """What the next notice says of somebody in one's list."""
    frame = socket.wait_for(
        lambda frame: frame["type"] == "contact.updated" and frame["payload"]["contact"]["userId"] == other.id,
        "contact.updated")
    return frame["payload"]["contact"]["state"]


def test_a_request_is_accepted(two):
    alice, bob = two
    with alice.connect() as at_alice, bob.connect() as at_bob:
        asked = expect(ask(alice, bob), 201)["contact"]
        assert (asked["state"], asked["direction"]) == ("pending", "outgoing")
        assert asked["user"]["username"] == bob.answer["user"]["username"]
        assert "email" not in asked["user"]
        assert told(at_alice, bob) == "pending" and told(at_bob, alice) == "pending"
        assert listed(bob) == {alice.id: ("pending", "incoming")}
        assert expect(accept(bob, alice), 200)["contact"]["state"] == "accepted"
        assert told(at_alice, bob) == "accepted" and told(at_bob, alice) == "accepted"
    assert listed(alice) == {bob.id: ("accepted", None)}
    assert listed(bob) == {alice.id: ("accepted", None)}


def test_what_is_so_already_stays(two):
    alice, bob = two
    expect(ask(alice, bob), 201)
    expect(ask(alice, bob), 200)
    expect(accept(bob, alice), 200)
    expect(accept(bob, alice), 200)
    expect(accept(alice, bob), 200)
    expect(ask(alice, bob), 200)
    assert listed(alice) == {bob.id: ("accepted", None)}


def test_two_who_ask_each_other_are_contacts(person):
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for _ in range(5):
            alice, bob = person(), person()
            answers = list(pool.map(lambda pair: ask(*pair), [(alice, bob), (bob, alice)]))
            assert [answer.status_code for answer in answers] == [201, 201]
            assert listed(alice) == {bob.id: ("accepted", None)}
            assert listed(bob) == {alice.id: ("accepted", None)}


@pytest.mark.parametrize("who", ["alice", "bob"])
@pytest.mark.parametrize("was_accepted", [False, True])
def test_either_ends_it_for_both(two, who, was_accepted):
    alice, bob = two
    expect(ask(alice, bob), 201)
    if was_accepted:
        expect(accept(bob, alice), 200)
    ends, other = (alice, bob) if who == "alice" else (bob, alice)
    with other.connect() as at_other:
        expect(drop(ends, other), 204)
        assert told(at_other, ends) == "none"
    assert listed(alice) == listed(bob) == {}
    assert refusal(drop(ends, other)) == (404, "contact.not_found")
    expect(ask(other, ends), 201)


def test_nobody_accepts_what_was_not_asked(two, person):
    alice, bob = two
    assert refusal(accept(alice, bob)) == (404, "contact.not_found")
    expect(ask(alice, bob), 201)
    assert refusal(accept(alice, bob)) == (409, "contact.not_requested")
    expect(block(bob, alice), 200)
    assert refusal(accept(bob, alice)) == (409, "contact.not_requested")


def test_a_list_is_read_in_pages(person):
    alice, others = person(), [person() for _ in range(5)]
    for other in others[:3]:
        expect(ask(alice, other), 201)
    expect(accept(others[0], alice), 200)
    for other in others[3:]:
        expect(block(alice, other), 200)
    found, cursor = [], ""
    while cursor is not None:
        page = expect(contacts(alice, limit=2, cursor=cursor), 200)
        found += [each["userId"] for each in page["contacts"]]
        assert len(page["contacts"]) <= 2
        cursor = page.get("nextCursor")
    assert found == sorted((other.id for other in others), key=int)
    assert set(listed(alice, state="accepted")) == {others[0].id}
    assert set(listed(alice, state="pending")) == {others[1].id, others[2].id}
    assert set(listed(alice, state="blocked")) == {others[3].id, others[4].id}


def test_lists_of_others_are_nobodys_business(two, person):
    alice, bob = two
    expect(ask(alice, bob), 201)
    nobody = type("Nobody", (), {"id": "1"})
    for owner in (bob, nobody):
        for call in (
            lambda: contacts(alice, of=owner), lambda: ask(alice, person(), of=owner),
            lambda: put_contact(alice, alice, "accepted", of=owner), lambda: drop(alice, alice, of=owner),
        ):
            assert refusal(call()) == (403, "user.not_own")
    assert listed(bob) == {alice.id: ("pending", "incoming")}


def test_wrong_requests(two):
    alice, bob = two
    nobody = type("Nobody", (), {"id": "4711"})
    assert wrong_field(ask(alice, alice)) == "userId"
    assert wrong_field(block(alice, alice)) == "contactId"
    assert refusal(ask(alice, nobody)) == (404, "user.not_found")
    assert refusal(block(alice, nobody)) == (404, "user.not_found")
    assert refusal(drop(alice, nobody)) == (404, "contact.not_found")
    for state in ("pending", "none"):
        assert wrong_field(put_contact(alice, bob, state)) == "state"
    assert refusal(put_contact(alice, bob, "loved")) == (400, "request.invalid")
    assert wrong_field(contacts(alice, state="none")) == "state"
    assert wrong_field(contacts(alice, limit=201)) == "limit"
    for cursor in ("!", "AAAA", "CAE" * 40):
        assert wrong_field(contacts(alice, cursor=cursor)) == "cursor"
    assert refusal(alice.get("/v1/users/me/contacts"))[0] in (400, 404)
    assert refusal(contacts(alice, of=type("Word", (), {"id": "x"}))) == (400, "request.invalid")


def test_contacts_see_each_other_come_and_go(two):
    alice, bob = two
    with bob.connect() as at_bob:
        with alice.connect():
            befriend(alice, bob)
            assert at_bob.next_notice("user.online", userId=alice.id)["status"] == "online"
        at_bob.next_notice("user.offline", userId=alice.id)
        with alice.connect() as at_alice:
            at_bob.next_notice("user.online", userId=alice.id)
            at_alice.next_notice("user.online", userId=bob.id)
            expect(drop(alice, bob), 204)
            at_bob.next_notice("user.offline", userId=alice.id)
            at_alice.next_notice("user.offline", userId=bob.id)
