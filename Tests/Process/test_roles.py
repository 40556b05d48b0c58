"""What members, admins and owners may do, and how an owner is followed by another."""

import pytest
from harness.membership import change, member_changes, next_change
from harness.person import expect, refusal, wrong_field


def test_a_member_changes_nothing_about_a_chat(trio, person):
    _, bob, carol, chat = trio
    before = bob.chat(chat)
    answers = [
        bob.add(chat, person()), bob.remove(chat, carol), bob.change_role(chat, carol, "admin"),
        bob.change_role(chat, bob, "owner"), bob.update_chat(chat, name="swifts"),
    ]
    assert {refusal(answer) for answer in answers} == {(403, "chat.forbidden")}
    assert bob.chat(chat) == before


def test_who_becomes_an_admin_is_told_and_may_rule(trio, person):
    alice, bob, carol, chat = trio
    with bob.connect() as at_bob, carol.connect() as at_carol:
        changed = expect(alice.change_role(chat, bob, "admin"), 200)["chat"]
        assert changed["memberVersion"] == "2"
        assert at_bob.next_view(chat)["role"] == "admin"
        assert next_change(at_bob, chat) == next_change(at_carol, chat) == change(bob, "role", "admin")
        assert bob.remove(chat, carol).status_code == 204
        assert next_change(at_carol, chat) == change(carol, "removed")
    expect(bob.add(chat, person()), 200)
    expect(bob.update_chat(chat, name="swifts"), 200)


def test_an_admin_rules_only_over_members(trio, person):
    alice, bob, carol, chat = trio
    for each in (bob, carol):
        expect(alice.change_role(chat, each, "admin"), 200)
    answers = [
        bob.remove(chat, carol), bob.remove(chat, alice), bob.change_role(chat, carol, "member"),
        bob.add(chat, person(), role="admin"),
    ]
    assert {refusal(answer) for answer in answers} == {(403, "chat.forbidden")}
    expect(alice.change_role(chat, bob, "member"), 200)
    assert refusal(bob.add(chat, person())) == (403, "chat.forbidden")


def test_the_role_that_somebody_has_changes_nothing(pair):
    alice, bob, chat = pair
    before = alice.chat(chat)
    assert expect(alice.change_role(chat, bob, "member"), 200)["chat"] == before


def test_an_owner_hands_the_chat_over(trio):
    alice, bob, carol, chat = trio
    with carol.connect() as at_carol:
        view = expect(alice.change_role(chat, bob, "owner"), 200)["chat"]
        assert (view["role"], view["memberVersion"]) == ("admin", "3")
        assert [next_change(at_carol, chat) for _ in range(2)] == [
            change(bob, "role", "owner"), change(alice, "role", "admin")]
    assert bob.chat(chat)["role"] == "owner"
    assert refusal(alice.remove(chat, bob)) == (403, "chat.forbidden")
    expect(bob.change_role(chat, alice, "member"), 200)


@pytest.mark.parametrize("heir_is_admin", [True, False])
def test_when_the_owner_leaves_the_highest_and_earliest_member_inherits(pair, person, heir_is_admin):
    alice, bob, chat = pair
    carol = person()
    expect(alice.add(chat, carol, **({"role": "admin"} if heir_is_admin else {})), 200)
    heir = carol if heir_is_admin else bob
    with heir.connect() as at_heir:
        assert alice.leave(chat).status_code == 204
        assert [next_change(at_heir, chat) for _ in range(2)] == [
            change(heir, "role", "owner"), change(alice, "left")]
        assert at_heir.next_view(chat)["role"] == "owner"
    assert member_changes(heir, chat)[-2:] == [change(heir, "role", "owner"), change(alice, "left")]
    expect(heir.update_chat(chat, name="swifts"), 200)


def test_a_role_is_one_that_can_be_given(pair, person):
    alice, bob, chat = pair
    assert wrong_field(alice.change_role(chat, alice, "member")) == "userId"
    assert wrong_field(alice.change_role(chat, bob, "unspecified")) == "role"
    assert wrong_field(alice.change_role(chat, bob, "king")) == "role"
    assert wrong_field(alice.add(chat, person(), role="owner")) == "role"


def test_only_a_member_has_a_role(pair, person):
    alice, bob, chat = pair
    assert refusal(alice.change_role(chat, person(), "admin")) == (404, "chat.member_not_found")
    assert bob.leave(chat).status_code == 204
    assert refusal(alice.change_role(chat, bob, "admin")) == (404, "chat.member_not_found")
