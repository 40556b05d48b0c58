"""A client that did not hear the answer sends the same again; that must be safe."""

import uuid

from harness.person import error_code, expect, message, new_client_id


def test_a_resend_in_a_socket_gets_the_first_acceptance(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice, bob.connect() as at_bob:
        sent = message(chat)
        first = at_alice.say(sent)
        at_alice.say(message(chat))
        assert at_alice.say(sent, resend=True) == first
        # The other side has seen two messages, and the third is a new one.
        assert [at_bob.next_message(chat)["seq"] for _ in range(2)] == [first["seq"], str(int(first["seq"]) + 1)]
        third = alice.say(chat)
        assert at_bob.next_message(chat) == third


def test_a_resend_over_http_gets_the_first_entry(pair):
    alice, _, chat = pair
    client_id = new_client_id()
    first = alice.post_message(chat, "the words of this message are private", client_id)
    second = alice.post_message(chat, "the words of this message are private", client_id)
    assert expect(first, 201) == expect(second, 200)


def test_a_resend_may_take_the_other_way(pair):
    alice, _, chat = pair
    sent = message(chat)
    with alice.connect() as socket:
        accepted = socket.say(sent)
        entry = expect(alice.post("/v1/messages", sent), 200)["entry"]
        assert (entry["id"], entry["seq"]) == (accepted["messageId"], accepted["seq"])


def test_a_resend_from_another_device_is_the_same_message(pair):
    alice, _, chat = pair
    sent = message(chat)
    first = expect(alice.post("/v1/messages", sent), 201)
    assert expect(alice.on_another_device().post("/v1/messages", sent), 200) == first


def test_the_same_client_id_with_other_words_is_refused(pair):
    alice, _, chat = pair
    sent = message(chat)
    other = {**message(chat), "clientId": sent["clientId"]}
    expect(alice.post("/v1/messages", sent), 201)
    refused = alice.post("/v1/messages", other)
    assert (refused.status_code, error_code(refused)) == (409, "message.client_id_reused")
    with alice.connect() as socket:
        answer = socket.ask("message.send", other)
        assert (answer["type"], answer["payload"]["code"]) == ("error", "message.client_id_reused")


def test_client_ids_of_different_people_and_chats_do_not_meet(pair):
    alice, bob, chat = pair
    client_id = new_client_id()
    other_chat = alice.new_group(bob)
    expect(alice.post_message(chat, client_id=client_id), 201)
    expect(bob.post_message(chat, client_id=client_id), 201)
    expect(alice.post_message(other_chat, client_id=client_id), 201)


def test_a_client_id_is_a_uuid(pair):
    alice, _, chat = pair
    for wrong in ["", "1", "not-a-uuid", str(uuid.uuid4()) + "0"]:
        refused = alice.post("/v1/messages", {**message(chat), "clientId": wrong})
        assert (refused.status_code, error_code(refused)) == (400, "request.invalid")
        assert refused.json()["error"]["details"]["field"] == "clientId"


def test_a_second_direct_chat_with_the_same_person_is_the_first(person):
    alice, bob = person(), person()
    first = expect(alice.create_chat(bob, type="direct"), 201)["chat"]
    assert (first["type"], first["encryption"], first["memberCount"]) == ("direct", "e2ee", 2)
    assert expect(alice.create_chat(bob, type="direct"), 200)["chat"] == first
    assert expect(bob.create_chat(alice, type="direct"), 200)["chat"]["id"] == first["id"]


def test_a_group_made_again_under_its_client_id_is_the_first(person):
    alice, bob = person(), person()
    fields = {"encryption": "server", "name": "climbers", "clientId": new_client_id()}
    first = expect(alice.create_chat(bob, **fields), 201)
    assert expect(alice.create_chat(bob, **fields), 200) == first
