"""The one path everything else hangs on: two people write to each other, and nobody misses anything."""

from harness.person import expect, message


def test_what_one_writes_the_other_gets(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice, bob.connect() as at_bob:
        for sender, receiver, writer in [(at_alice, at_bob, alice), (at_bob, at_alice, bob)]:
            sent = message(chat)
            accepted = sender.say(sent)
            entry = receiver.next_message(chat)

            assert entry["id"] == accepted["messageId"]
            assert entry["seq"] == accepted["seq"]
            assert entry["createdAt"] == accepted["createdAt"]
            assert entry["clientId"] == sent["clientId"]
            assert entry["content"] == sent["content"]
            assert entry["senderId"] == writer.id
            assert entry["senderDeviceId"] == writer.device_id


def test_the_first_frames_say_who_and_where(pair):
    alice, _, chat = pair
    with alice.connect() as socket:
        assert socket.ready["userId"] == alice.id
        assert socket.ready["deviceId"] == alice.device_id
        assert socket.ready["sessionId"] == alice.session_id
        assert socket.ready["heartbeatSeconds"] > 0
        assert socket.ready["incarnation"]
        assert set(socket.heads) == {chat}


def test_on_the_senders_connection_the_acceptance_stands_in_the_entrys_place(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice:
        accepted = at_alice.say(message(chat))
        # Entries of a chat come in order: once the next one is here, the first would have been.
        later = bob.say(chat)
        assert at_alice.next_message(chat)["id"] == later["id"]
        assert int(later["seq"]) == int(accepted["seq"]) + 1


def test_the_senders_other_device_gets_the_entry(pair):
    alice, _, chat = pair
    with alice.connect() as first, alice.on_another_device().connect() as second:
        accepted = first.say(message(chat))
        entry = second.next_message(chat)
        assert entry["id"] == accepted["messageId"]
        assert entry["senderDeviceId"] == alice.device_id


def test_a_message_over_http_reaches_the_senders_sockets_too(pair):
    alice, bob, chat = pair
    with alice.connect() as at_alice, bob.connect() as at_bob:
        entry = alice.say(chat)
        assert at_alice.next_message(chat) == entry
        assert at_bob.next_message(chat) == entry


def test_a_chat_made_while_connected_is_announced_and_then_delivered(person):
    alice, bob = person(), person()
    with bob.connect() as at_bob:
        assert at_bob.heads == {}
        chat = alice.new_group(bob)
        announced = at_bob.next_of("chat.updated")["payload"]["chat"]
        assert announced["id"] == chat
        assert announced["encryption"] == "server"
        first = at_bob.next_entry(chat)
        assert (first["kind"], first["seq"]) == ("chat", "1")
        entry = alice.say(chat)
        assert at_bob.next_message(chat) == entry


def test_who_comes_back_learns_exactly_what_was_missed(pair):
    alice, bob, chat = pair
    quiet_chat = alice.new_group(bob)
    with bob.connect() as at_bob:
        assert set(at_bob.heads) == {chat, quiet_chat}
        last_known = int(at_bob.heads[chat]["lastSeq"])
        cursor = at_bob.inbox_cursor

    missed = [alice.say(chat) for _ in range(5)]

    with bob.connect(cursor) as at_bob:
        assert set(at_bob.heads) == {chat}, "only the chat where something happened"
        assert at_bob.heads[chat]["lastSeq"] == missed[-1]["seq"]
        assert int(at_bob.heads[chat]["unreadCount"]) == len(missed)
        page = at_bob.pull(chat, afterSeq=last_known, limit=200)
        assert page["entries"] == missed
        assert page["lastSeq"] == missed[-1]["seq"]
        cursor = at_bob.inbox_cursor

    with bob.connect(cursor) as at_bob:
        assert at_bob.heads == {}, "nothing has happened since"


def test_pages_are_pulled_in_both_directions(pair):
    alice, bob, chat = pair
    entries = [alice.say(chat) for _ in range(6)]
    with bob.connect() as socket:
        assert socket.pull(chat, afterSeq=entries[0]["seq"], limit=2)["entries"] == entries[1:3]
        assert socket.pull(chat, beforeSeq=entries[5]["seq"], limit=2)["entries"] == entries[3:5]
        assert socket.pull(chat, afterSeq=entries[5]["seq"], limit=2)["entries"] == []


def test_heads_and_chats_agree(pair):
    alice, bob, chat = pair
    alice.say(chat)
    with bob.connect() as socket:
        head = socket.heads[chat]
        listed = next(each for each in expect(bob.get("/v1/chats"), 200)["chats"] if each["id"] == chat)
        for field in ("lastSeq", "readSeq", "unreadCount"):
            assert listed[field] == head[field]
        assert expect(bob.get(f"/v1/chats/{chat}"), 200)["chat"] == listed


def test_what_is_sent_without_waiting_is_accepted_in_the_order_sent(pair):
    alice, bob, chat = pair
    count = 32
    with alice.connect() as at_alice, bob.connect() as at_bob:
        messages = [message(chat) for _ in range(count)]
        frames = [at_alice.send_message(each) for each in messages]
        answers = [at_alice.next_of("message.accepted") for _ in range(count)]

        assert [answer["replyTo"] for answer in answers] == frames
        first = int(answers[0]["payload"]["seq"])
        assert [int(answer["payload"]["seq"]) for answer in answers] == list(range(first, first + count))
        received = [at_bob.next_message(chat) for _ in range(count)]
        assert [entry["clientId"] for entry in received] == [each["clientId"] for each in messages]


def test_an_idle_socket_answers(person):
    with person().connect() as socket:
        answer = socket.ask("ping")
        assert answer["type"] == "pong"
