"""What kinds of chat there are, what they take, and how their logs are paged."""

import pytest
from harness.person import edit, error_code, expect, message, new_client_id, refusal


def test_a_group_is_end_to_end_encrypted_unless_asked(person):
    alice, bob = person(), person()
    assert expect(alice.create_chat(bob), 201)["chat"]["encryption"] == "e2ee"
    chat = expect(alice.create_chat(bob, encryption="server", name="climbers"), 201)["chat"]
    assert (chat["encryption"], chat["name"], chat["role"]) == ("server", "climbers", "owner")
    assert expect(bob.get(f"/v1/chats/{chat['id']}"), 200)["chat"]["role"] == "member"


def test_an_encrypted_chat_takes_neither_text_nor_a_name(person):
    alice, bob = person(), person()
    chat = expect(alice.create_chat(bob, type="direct"), 201)["chat"]["id"]
    refused = alice.post_message(chat)
    assert (refused.status_code, error_code(refused)) == (400, "message.encryption_required")
    with alice.connect() as socket:
        answer = socket.ask("message.send", message(chat))
        assert (answer["type"], answer["payload"]["code"]) == ("error", "message.encryption_required")

    refused = alice.create_chat(bob, name="climbers")
    assert (refused.status_code, error_code(refused)) == (400, "chat.name_must_be_encrypted")


def test_a_chat_that_the_server_reads_takes_no_ciphertext(pair):
    alice, _, chat = pair
    sealed = {"scheme": "martlet.envelope.v1", "ciphertext": "AAAA", "rosterVersion": "1", "keys": []}
    original = alice.say(chat)
    for command, payload in [
        ("message.send", {**message(chat), "content": sealed}),
        ("message.edit", {**edit(original), "content": sealed}),
        ("reaction.add", {"id": original["id"], "clientId": new_client_id(), "content": sealed}),
    ]:
        assert refusal(alice.command(command, payload)) == (400, "message.plaintext_required"), command


def test_nobody_is_in_a_chat_who_does_not_exist(person):
    alice = person()
    refused = alice.post("/v1/chats", {"type": "group", "memberIds": ["1"], "encryption": "server"})
    assert (refused.status_code, error_code(refused)) == (404, "user.not_found")


def test_who_is_not_a_member_does_not_learn_that_a_chat_exists(pair, person):
    _, _, chat = pair
    stranger = person()

    def answers(chat_id):
        return [
            stranger.post_message(chat_id),
            stranger.get(f"/v1/chats/{chat_id}"),
            stranger.history(chat_id),
        ]

    for hidden, absent in zip(answers(chat), answers("1")):
        assert (hidden.status_code, error_code(hidden)) == (404, "chat.not_found")
        assert (absent.status_code, absent.json()["error"]) == (404, hidden.json()["error"])
    with stranger.connect() as socket:
        for type, payload in [("message.send", message(chat)), ("sync.pull", {"chatId": chat, "afterSeq": "0"})]:
            answer = socket.ask(type, payload)
            assert (answer["type"], answer["payload"]["code"]) == ("error", "chat.not_found")


@pytest.fixture
def full_chat(pair):
    """Somebody who reads a chat, the chat, and its entries from the first one on."""
    alice, bob, chat = pair
    for _ in range(9):
        alice.say(chat)
    entries, last = bob.whole_history(chat)
    assert [int(entry["seq"]) for entry in entries] == list(range(1, 11))
    assert last == 10
    return bob, chat, entries


def test_history_is_paged_in_both_directions(full_chat):
    reader, chat, entries = full_chat

    def page(**query):
        answer = expect(reader.history(chat, **query), 200)
        assert answer["lastSeq"] == "10"
        return answer["entries"]

    assert page() == entries
    assert page(limit=3) == entries[7:], "the newest page, in rising order"
    assert page(before=8, limit=3) == entries[4:7]
    assert page(before=3, limit=50) == entries[:2]
    assert page(after=4, limit=3) == entries[4:7]
    assert page(after=8, limit=50) == entries[8:]
    assert page(after=10) == []
    assert page(before=1) == []


@pytest.mark.parametrize("limit", ["201", "-1", "ten"])
def test_a_limit_is_a_number_up_to_200(full_chat, limit):
    reader, chat, _ = full_chat
    assert reader.history(chat, limit=200).status_code == 200
    refused = reader.history(chat, limit=limit)
    assert (refused.status_code, error_code(refused)) == (400, "request.invalid")
    assert refused.json()["error"]["details"]["field"] == "limit"


def test_the_chat_list_is_paged_from_the_most_recently_active(person):
    alice, bob = person(), person()
    chats = [alice.new_group(bob) for _ in range(5)]
    alice.say(chats[1])
    wanted = [chats[1], chats[4], chats[3], chats[2], chats[0]]

    found, cursor = [], None
    while True:
        query = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = expect(alice.get("/v1/chats", params=query), 200)
        found += [chat["id"] for chat in page["chats"]]
        cursor = page.get("nextCursor")
        if not cursor:
            break
        assert len(page["chats"]) == 2
    assert found == wanted


def test_what_one_writes_oneself_is_read(pair):
    alice, bob, chat = pair
    alice.say(chat)
    alice.say(chat)
    assert expect(alice.get(f"/v1/chats/{chat}"), 200)["chat"]["unreadCount"] == "0"
    assert expect(bob.get(f"/v1/chats/{chat}"), 200)["chat"]["unreadCount"] == "2"
