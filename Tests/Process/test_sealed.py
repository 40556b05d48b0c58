"""What the server checks of sealed content, which it cannot read.

Nobody here has published keys: whatever is well formed is refused for want of them. With keys: test_keys.py."""

import base64

import pytest
from harness.person import expect, message, new_client_id, refusal, wrong_field

CONTENT_BYTES_MAX = 64 << 10
KEY_BYTES_MAX = 512
KEYS_MAX = 64


def bytes_of(count):
    return base64.b64encode(b"\xaa" * count).decode()


def key(device="1", size=1):
    return {"deviceId": device, "key": bytes_of(size)}


def sealed(**changes):
    content = {
        "scheme": "martlet.envelope.v1", "ciphertext": bytes_of(16), "rosterVersion": "1", "keys": [key()], **changes}
    return {name: value for name, value in content.items() if value is not None}


@pytest.fixture
def sealed_pair(person):
    """Two people and the id of an end-to-end encrypted group of both."""
    alice, bob = person(), person()
    return alice, bob, expect(alice.create_chat(bob), 201)["chat"]["id"]


WELL_FORMED = [
    sealed(), sealed(keys=[]), sealed(ciphertext=bytes_of(CONTENT_BYTES_MAX)), sealed(keys=[key(size=KEY_BYTES_MAX)]),
    sealed(keys=[key(str(each + 1)) for each in range(KEYS_MAX)]),
]


@pytest.mark.parametrize("content", WELL_FORMED)
def test_without_keys_nothing_can_be_sent(sealed_pair, content):
    alice, bob, chat = sealed_pair
    answer = alice.post("/v1/messages", {**message(chat), "content": content})
    assert refusal(answer) == (409, "chat.member_without_keys")
    assert set(answer.json()["error"]["details"]["userIds"]) == {alice.id, bob.id}
    with alice.connect() as at_alice:
        answer = at_alice.refusal("message.send", {**message(chat), "content": content})
        assert answer["code"] == "chat.member_without_keys"
        assert set(answer["details"]["userIds"]) == {alice.id, bob.id}
    assert alice.chat(chat)["lastSeq"] == "1"


MALFORMED = [
    (sealed(scheme=None), "content.scheme"),
    (sealed(scheme=""), "content.scheme"),
    (sealed(scheme="rot13"), "content.scheme"),
    (sealed(rosterVersion=None), "content.rosterVersion"),
    (sealed(ciphertext=""), "content"),
    (sealed(ciphertext=None), "content"),
    (sealed(text="and these words are private"), "content"),
    ({"text": "these words are private", "keys": [key()]}, "content"),
    ({"text": "these words are private", "scheme": "martlet.envelope.v1"}, "content"),
    ({"text": "these words are private", "rosterVersion": "1"}, "content"),
    ({}, "content"),
    (sealed(keys=[key("1"), key("2"), key("1")]), "content.keys"),
    (sealed(keys=[key(str(each + 1)) for each in range(KEYS_MAX + 1)]), "content.keys"),
    (sealed(keys=[key(size=KEY_BYTES_MAX + 1)]), "content.keys.key"),
    (sealed(keys=[key(size=0)]), "content.keys.key"),
]


@pytest.mark.parametrize(("content", "field"), MALFORMED)
def test_malformed_content_is_refused_with_the_field(sealed_pair, content, field):
    alice, _, chat = sealed_pair
    assert wrong_field(alice.post("/v1/messages", {**message(chat), "content": content})) == field
    with alice.connect() as at_alice:
        answer = at_alice.refusal("message.send", {**message(chat), "content": content})
        assert (answer["code"], answer["details"]["field"]) == ("request.invalid", field)


def test_ciphertext_has_the_limit_of_any_content(sealed_pair):
    alice, _, chat = sealed_pair
    content = sealed(ciphertext=bytes_of(CONTENT_BYTES_MAX + 1))
    answer = alice.post("/v1/messages", {**message(chat), "content": content})
    assert refusal(answer) == (413, "message.too_large")


def test_plain_words_are_refused_wherever_they_could_stand(sealed_pair):
    alice, _, chat = sealed_pair
    assert refusal(alice.post_message(chat)) == (400, "message.encryption_required")
    first = alice.whole_history(chat)[0][0]
    assert refusal(alice.react(first, "🐦")) == (404, "message.not_found"), "there is no message yet"
    assert refusal(alice.update_chat(chat, name="swifts")) == (400, "chat.name_must_be_encrypted")
    with alice.connect() as at_alice:
        assert at_alice.refusal("message.send", message(chat))["code"] == "message.encryption_required"


def test_a_profile_is_sealed_and_has_a_client_id(sealed_pair):
    alice, bob, chat = sealed_pair
    content, client_id = sealed(), new_client_id()
    assert refusal(alice.update_chat(chat, content=content, clientId=client_id)) == (409, "chat.member_without_keys")
    assert refusal(bob.update_chat(chat, content=content, clientId=client_id)) == (403, "chat.forbidden")
    assert wrong_field(alice.update_chat(chat, content=content)) == "clientId"
    assert wrong_field(alice.update_chat(chat, content=content, name="swifts", clientId=client_id)) == "name"
    assert wrong_field(alice.update_chat(chat, content=sealed(scheme="rot13"), clientId=client_id)) == "content.scheme"
    assert wrong_field(alice.update_chat(chat, content={"text": "swifts"}, clientId=client_id)) == "content"


def test_a_chat_that_the_server_reads_has_no_sealed_profile(pair):
    alice, _, chat = pair
    assert wrong_field(alice.update_chat(chat, content=sealed(), clientId=new_client_id())) == "content"


def test_the_keys_of_a_chat_change_with_its_members(sealed_pair, person):
    alice, bob, chat = sealed_pair

    def roster():
        return expect(alice.get(f"/v1/chats/{chat}/keys"), 200)

    assert roster() == {"rosterVersion": "1", "devices": [], "excludedDeviceIds": []}
    versions = [int(roster()["rosterVersion"])]
    for step in (lambda: alice.add(chat, person()), lambda: bob.leave(chat), lambda: alice.add(chat, bob)):
        assert step().ok
        versions.append(int(roster()["rosterVersion"]))
        assert int(alice.chat(chat)["rosterVersion"]) == versions[-1]
    assert versions == sorted(set(versions)), "it rises with each change"
    assert refusal(person().get(f"/v1/chats/{chat}/keys")) == (404, "chat.not_found")


def test_who_joins_an_encrypted_group_sees_it_from_there_on(sealed_pair, person):
    alice, bob, chat = sealed_pair
    expect(alice.add(chat, person()), 200)
    carol = person()
    with carol.connect() as at_carol:
        expect(alice.add(chat, carol), 200)
        view = at_carol.next_view(chat)
        joined = at_carol.next_entry(chat)
        assert (view["visibleFromSeq"], view["lastSeq"], joined["seq"]) == ("3", "3", "3")
        assert at_carol.pull(chat, afterSeq=0)["entries"] == [joined]
        assert at_carol.pull(chat, beforeSeq=3)["entries"] == []
    expect(carol.leave(chat), 204)
    expect(alice.add(chat, carol), 200)
    entries = expect(carol.history(chat, after=0), 200)["entries"]
    assert [entry["seq"] for entry in entries] == ["5"], "coming back is joining anew"
    assert [entry["seq"] for entry in bob.whole_history(chat)[0]] == ["1", "2", "3", "4", "5"]
