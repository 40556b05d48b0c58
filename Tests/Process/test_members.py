"""Who is in a chat: everybody in it hears of each change in its place in the log."""

import pytest
from harness.membership import change, member_changes, next_change
from harness.person import Person, expect, refusal, wrong_field
from harness.server import Server

ADDED_PER_CALL_MAX = 200


def test_who_is_added_hears_of_the_chat_and_then_of_joining_it(pair, person):
    alice, bob, chat = pair
    alice.say(chat)
    carol = person()
    with bob.connect() as at_bob, carol.connect() as at_carol:
        changed = expect(alice.add(chat, carol), 200)["chat"]
        # The socket fails the test if the entry comes first.
        view = at_carol.next_view(chat)
        entry = at_carol.next_entry(chat)
        assert at_bob.next_entry(chat) == entry
        assert (entry["kind"], entry["senderId"], entry["member"]) == (
            "member", alice.id, change(carol, "joined", "member"))
        assert changed == alice.chat(chat)
        assert view == carol.chat(chat)
    assert (view["role"], view["memberCount"], view["memberVersion"]) == ("member", 3, "2")
    assert (view["lastSeq"], view["readSeq"], view["deliveredSeq"], view["unreadCount"]) == ("3", "3", "3", "0")
    assert "leftSeq" not in view


def test_several_who_are_added_have_an_entry_each(pair, person):
    alice, bob, chat = pair
    carol, dave = person(), person()
    with bob.connect() as at_bob:
        added = expect(alice.add(chat, carol, dave, role="admin"), 200)["chat"]
        assert [next_change(at_bob, chat) for _ in range(2)] == [
            change(carol, "joined", "admin"), change(dave, "joined", "admin")]
    assert (added["memberCount"], added["memberVersion"], added["lastSeq"]) == (4, "3", "3")
    assert dave.chat(chat)["role"] == "admin"


def test_who_is_there_already_stays_as_they_are(pair, person):
    alice, bob, chat = pair
    before = alice.chat(chat)
    assert expect(alice.add(chat, bob, role="admin"), 200)["chat"] == before
    carol = person()
    added = expect(alice.add(chat, bob, carol, alice), 200)["chat"]
    assert (added["memberCount"], added["memberVersion"]) == (3, "2")
    assert member_changes(alice, chat) == [change(carol, "joined", "member")]


def test_who_leaves_gets_the_own_leaving_as_the_last_entry(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice, bob.connect() as at_bob:
        assert bob.leave(chat).status_code == 204
        last = at_bob.next_entry(chat)
        assert at_alice.next_entry(chat) == last
        assert (last["senderId"], last["member"]) == (bob.id, change(bob, "left"))
        view = at_bob.next_view(chat)
    assert (view["role"], view["leftSeq"], view["lastSeq"], view["name"]) == ("unspecified", "2", "2", "")
    remaining = alice.chat(chat)
    assert (remaining["memberCount"], remaining["memberVersion"]) == (1, "2")


def test_who_has_left_may_read_up_to_that_and_do_nothing_else(pair, person):
    alice, bob, chat = pair
    seen = alice.say(chat)
    own = bob.say(chat)
    assert bob.leave(chat).status_code == 204
    alice.say(chat)

    page = expect(bob.history(chat), 200)
    assert [entry["seq"] for entry in page["entries"]] == ["1", "2", "3", "4"]
    assert page["lastSeq"] == "4"
    assert expect(bob.history(chat, after=4), 200)["entries"] == []
    assert chat not in [each["id"] for each in expect(bob.get("/v1/chats"), 200)["chats"]]
    answers = [
        bob.get(f"/v1/chats/{chat}"), bob.post_message(chat), bob.edit(own), bob.delete(own), bob.react(seen, "🐦"),
        bob.unreact(seen, "🐦"), bob.mark_read(chat, 3), bob.add(chat, person()), bob.remove(chat, alice),
        bob.change_role(chat, alice, "member"), bob.update_chat(chat, name="swifts"),
    ]
    assert {refusal(answer) for answer in answers} == {(403, "chat.not_member")}
    with bob.connect() as at_bob:
        assert chat not in at_bob.heads
        assert at_bob.refusal("message.delete", {"id": own["id"]})["code"] == "chat.not_member"
        assert at_bob.pull(chat, afterSeq=0)["lastSeq"] == "4"


def test_leaving_or_removing_once_more_changes_nothing(trio):
    alice, bob, carol, chat = trio
    for _ in range(2):
        assert bob.leave(chat).status_code == 204
        assert alice.remove(chat, carol).status_code == 204
    assert member_changes(alice, chat) == [change(bob, "left"), change(carol, "removed")]


def test_who_comes_back_sees_everything_again(trio):
    alice, bob, carol, chat = trio
    missed = []
    with bob.connect() as at_bob:
        assert alice.remove(chat, bob).status_code == 204
        assert next_change(at_bob, chat) == change(bob, "removed")
        assert at_bob.next_view(chat)["role"] == "unspecified"
        missed = [carol.say(chat) for _ in range(3)]
        expect(alice.add(chat, bob), 200)
        view = at_bob.next_view(chat)
        assert next_change(at_bob, chat) == change(bob, "joined", "member")
        assert at_bob.pull(chat, afterSeq=2)["entries"][:3] == missed
        later = carol.say(chat)
        assert at_bob.next_entry(chat) == later
    assert (view["visibleFromSeq"], view["readSeq"], view["unreadCount"]) == ("1", "6", "0")
    assert "leftSeq" not in view
    assert bob.whole_history(chat) == alice.whole_history(chat)
    assert bob.chat(chat)["unreadCount"] == "1"


def test_the_last_one_may_leave(person):
    alice = person()
    chat = alice.new_group()
    assert alice.leave(chat).status_code == 204
    assert refusal(alice.post_message(chat)) == (403, "chat.not_member")
    assert expect(alice.history(chat), 200)["lastSeq"] == "2"


def test_the_member_list_is_paged_in_the_order_of_user_ids(person):
    people = [person() for _ in range(5)]
    alice, *others = people
    chat = alice.new_group(*others[:3])
    expect(alice.add(chat, others[3], role="admin"), 200)
    found, cursor = [], ""
    while cursor is not None:
        page = expect(others[0].members(chat, limit=2, cursor=cursor), 200)
        found += page["members"]
        cursor = page.get("nextCursor")
        assert len(page["members"]) == (2 if cursor else 1)
    roles = {alice.id: "owner", others[3].id: "admin"}
    assert found == [
        {"userId": each.id, "role": roles.get(each.id, "member"), "visibleFromSeq": "1"}
        for each in sorted(people, key=lambda each: int(each.id))]


def test_only_members_see_who_is_there(pair, person):
    _, bob, chat = pair
    assert refusal(person().members(chat)) == (404, "chat.not_found")
    assert wrong_field(bob.members(chat, cursor="not a cursor")) == "cursor"
    assert wrong_field(bob.members(chat, limit=201)) == "limit"


def test_the_members_of_a_direct_chat_are_fixed(person):
    alice, bob, carol = person(), person(), person()
    chat = expect(alice.create_chat(bob, type="direct"), 201)["chat"]
    assert (chat["role"], chat["peerId"]) == ("member", bob.id)
    assert bob.chat(chat["id"])["peerId"] == alice.id
    answers = [
        alice.add(chat["id"], carol), alice.remove(chat["id"], bob), alice.leave(chat["id"]),
        alice.change_role(chat["id"], bob, "admin"), alice.update_chat(chat["id"], name="swifts"),
    ]
    assert {refusal(answer) for answer in answers} == {(409, "chat.direct_fixed")}


def test_who_is_added_must_exist(pair, person):
    alice, bob, chat = pair
    answer = alice.post(f"/v1/chats/{chat}/members", {"userIds": [person().id, "1"]})
    assert refusal(answer) == (404, "user.not_found")
    assert answer.json()["error"]["details"]["field"] == "userIds"
    assert alice.chat(chat)["memberCount"] == 2


@pytest.mark.parametrize("count", [0, ADDED_PER_CALL_MAX + 1])
def test_a_call_adds_somebody_and_not_too_many(pair, count):
    alice, _, chat = pair
    answer = alice.post(f"/v1/chats/{chat}/members", {"userIds": [str(1_000 + each) for each in range(count)]})
    assert wrong_field(answer) == "userIds"
    assert answer.json()["error"]["details"]["limit"] == str(ADDED_PER_CALL_MAX)


def test_a_stranger_can_do_nothing_to_the_members(pair, person):
    alice, bob, chat = pair
    stranger = person()
    answers = [
        stranger.add(chat, stranger), stranger.remove(chat, bob), stranger.leave(chat),
        stranger.change_role(chat, bob, "admin"), stranger.update_chat(chat, name="swifts"),
    ]
    assert {refusal(answer) for answer in answers} == {(404, "chat.not_found")}
    assert member_changes(alice, chat) == []


def test_memberships_are_there_after_a_restart(own_server):
    alice, bob, carol = (Person.register(own_server) for _ in range(3))
    chat = alice.new_group(bob)
    expect(alice.add(chat, carol, role="admin"), 200)
    assert bob.leave(chat).status_code == 204
    before = [carol.chat(chat), expect(carol.members(chat), 200), carol.whole_history(chat)]
    own_server.stop()
    own_server.restart()
    assert [carol.chat(chat), expect(carol.members(chat), 200), carol.whole_history(chat)] == before
    assert refusal(bob.post_message(chat)) == (403, "chat.not_member")


@pytest.fixture
def limited_server(tmp_path):
    """One with the limits that a server has in service."""
    server = Server(tmp_path, MARTLET_LIMITS_PROFILE="default").start()
    yield server
    server.stop()


@pytest.mark.parametrize(("type", "limit"), [("group", 1_000), ("channel", 1_000)])
def test_a_chat_begins_with_no_more_members_than_its_kind_may_have(limited_server, type, limit):
    """A channel may grow further, but not in one call."""
    alice = Person.register(limited_server)
    ids = [str(1_000_000 + each) for each in range(limit + 1)]
    answer = alice.post("/v1/chats", {"type": type, "memberIds": ids, "encryption": "server"})
    assert refusal(answer) == (409, "chat.too_many_members")
    assert answer.json()["error"]["details"] == {"field": "memberIds", "limit": str(limit)}


def test_a_direct_chat_is_of_two(person):
    alice, bob, carol = person(), person(), person()
    for others in ([], [alice], [bob, carol]):
        assert wrong_field(alice.create_chat(*others, type="direct")) == "memberIds"
