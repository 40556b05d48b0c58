"""The name of a chat."""

import pytest
from harness.person import expect, refusal, wrong_field

NAME_CHARACTERS_MAX = 128


def test_a_new_name_is_an_entry_and_everybody_gets_the_chat(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice, bob.connect() as at_bob:
        renamed = expect(alice.update_chat(chat, name="swifts"), 200)["chat"]
        assert (renamed["name"], renamed["lastSeq"], renamed["memberVersion"]) == ("swifts", "2", "1")
        entry = at_bob.next_entry(chat)
        assert at_alice.next_entry(chat) == entry
        assert (entry["kind"], entry["name"], entry["senderId"]) == ("chat", "swifts", alice.id)
        assert at_bob.next_view(chat) == bob.chat(chat)
        assert at_alice.next_view(chat) == renamed
    assert bob.chat(chat)["name"] == "swifts"


def test_the_name_that_a_chat_has_changes_nothing(pair):
    alice, _, chat = pair
    first = expect(alice.update_chat(chat, name="swifts"), 200)
    assert expect(alice.update_chat(chat, name="swifts"), 200) == first


@pytest.mark.parametrize("name", ["", "ä" * NAME_CHARACTERS_MAX, "swifts \U0001f426"])
def test_a_name_comes_out_as_it_went_in(pair, name):
    alice, bob, chat = pair
    expect(alice.update_chat(chat, name="swifts"), 200)
    expect(alice.update_chat(chat, name=name), 200)
    assert bob.chat(chat)["name"] == name


def test_a_name_has_one_spelling(pair):
    alice, bob, chat = pair
    expect(alice.update_chat(chat, name="  a\u0308  b\u00a0"), 200)
    assert bob.chat(chat)["name"] == "ä b"


def test_what_is_no_name_is_refused(pair):
    alice, bob, chat = pair
    for name in (" ", "a\u202eb", "a\u200bb", "a\nb"):
        assert wrong_field(alice.update_chat(chat, name=name)) == "name"
        assert wrong_field(alice.create_chat(bob, encryption="server", name=name)) == "name"
    too_long = alice.update_chat(chat, name="x" * (NAME_CHARACTERS_MAX + 1))
    assert wrong_field(too_long) == "name"
    assert too_long.json()["error"]["details"]["limit"] == str(NAME_CHARACTERS_MAX)
    assert wrong_field(alice.update_chat(chat)) == "name"


def test_an_encrypted_group_takes_no_plain_name(person):
    alice, bob = person(), person()
    chat = expect(alice.create_chat(bob), 201)["chat"]["id"]
    assert refusal(alice.update_chat(chat, name="swifts")) == (400, "chat.name_must_be_encrypted")


@pytest.mark.parametrize("client_id", ["", "1", "117567342950481920"])
def test_a_client_id_that_is_none_is_refused_with_a_name_too(pair, client_id):
    alice, _, chat = pair
    assert wrong_field(alice.update_chat(chat, name="swifts", clientId=client_id)) == "clientId"
