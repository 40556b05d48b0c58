"""How far each member has received and read: never back, never beyond, and the same on all devices."""

from harness.eventually import eventually
from harness.person import Person, expect, message, refusal, time_of, wrong_field


def position(reader, chat):
    view = reader.chat(chat)
    return int(view["readSeq"]), int(view["deliveredSeq"]), int(view["unreadCount"])


def stored(reader, chat, wanted):
    """Waits until a position that a socket reported is stored."""
    return eventually(lambda: position(reader, chat), lambda seen: seen == wanted, f"position {wanted}")


def test_unread_are_the_messages_after_what_was_read(pair):
    alice, bob, chat = pair
    entries = [alice.say(chat) for _ in range(4)]
    expect(alice.edit(entries[0]), 200)
    expect(alice.react(entries[1], "🐦"), 201)
    expect(alice.delete(entries[3]), 204)
    for read, unread in [(0, 4), (2, 3), (4, 1), (7, 0), (8, 0)]:
        expect(bob.mark_read(chat, read), 204)
        assert position(bob, chat) == (read, read, unread)
        with bob.connect() as at_bob:
            head = at_bob.heads[chat]
            assert (head["readSeq"], head["unreadCount"]) == (str(read), str(unread))


def test_a_position_never_goes_back(pair):
    alice, bob, chat = pair
    for _ in range(3):
        alice.say(chat)
    expect(bob.mark_read(chat, 3), 204)
    with bob.connect() as at_bob, alice.connect() as at_alice:
        for seq in (1, 3):
            expect(bob.mark_read(chat, seq), 204)
            at_bob.send("message.read", {"chatId": chat, "seq": str(seq)})
            at_bob.send("message.delivered", {"chatId": chat, "seq": str(seq)})
        at_bob.send("message.read", {"chatId": chat, "seq": "4"})
        # The first that is told is the step forward.
        assert at_alice.next_notice("message.read", chatId=chat)["seq"] == "4"
    stored(bob, chat, (4, 4, 0))
    expect(bob.mark_read(chat, 2), 204)
    assert position(bob, chat) == (4, 4, 0)


def test_a_position_over_http_does_not_take_back_what_a_socket_has_told(pair):
    alice, bob, chat = pair
    for _ in range(9):
        alice.say(chat)
    with bob.connect() as at_bob, alice.connect() as at_alice:
        at_bob.send("message.read", {"chatId": chat, "seq": "8"})
        assert at_alice.next_notice("message.read", chatId=chat, userId=bob.id)["seq"] == "8"
        # The sockets fail the test if this is told as a position of its own.
        expect(bob.mark_read(chat, 3), 204)
        expect(bob.mark_read(chat, 9), 204)
        assert at_alice.next_notice("message.read", chatId=chat, seq="9")["userId"] == bob.id
        assert at_bob.next_notice("message.read", chatId=chat, seq="9")["userId"] == bob.id
    assert position(bob, chat) == (9, 9, 1)


def test_nothing_is_read_that_is_not_there(trio, person):
    alice, bob, carol, chat = trio
    alice.say(chat)
    answer = bob.mark_read(chat, 3)
    assert wrong_field(answer) == "seq"
    assert answer.json()["error"]["details"]["limit"] == "2"
    assert refusal(person().mark_read(chat, 1)) == (404, "chat.not_found")
    with bob.connect() as at_bob, carol.connect() as at_carol, alice.connect() as at_alice:
        at_bob.send("message.read", {"chatId": chat, "seq": "3"})
        at_bob.send("message.delivered", {"chatId": chat, "seq": "99"})
        at_bob.settle()
        at_carol.send("message.read", {"chatId": chat, "seq": "2"})
        assert at_alice.next_notice("message.read", chatId=chat)["userId"] == carol.id, "nothing was told before it"
    stored(carol, chat, (2, 2, 0))
    assert position(bob, chat) == (0, 0, 1)


def test_what_is_read_in_a_socket_all_others_are_told(trio):
    alice, bob, carol, chat = trio
    entry = alice.say(chat)
    second = bob.on_another_device()
    with alice.connect() as at_alice, bob.connect() as at_bob, second.connect() as at_second, \
            carol.connect() as at_carol:
        at_bob.send("message.delivered", {"chatId": chat, "seq": entry["seq"]})
        for socket in (at_alice, at_carol, at_second):
            notice = socket.next_notice("message.delivered", chatId=chat, userId=bob.id)
            assert notice["seq"] == entry["seq"]
            assert time_of(notice["at"]) >= time_of(entry["createdAt"])
        at_second.send("message.read", {"chatId": chat, "seq": entry["seq"]})
        for socket in (at_alice, at_carol, at_bob):
            assert socket.next_notice("message.read", chatId=chat, userId=bob.id)["seq"] == entry["seq"]
    stored(bob, chat, (2, 2, 0))


def test_what_is_read_over_http_all_are_told(pair):
    alice, bob, chat = pair
    entry = alice.say(chat)
    with alice.connect() as at_alice, bob.connect() as at_bob:
        expect(bob.mark_read(chat, entry["seq"]), 204)
        for socket in (at_alice, at_bob):
            assert socket.next_notice("message.read", chatId=chat, userId=bob.id)["seq"] == entry["seq"]


def test_who_is_not_in_a_chat_is_nowhere_in_it(trio, person):
    alice, bob, carol, chat = trio
    alice.say(chat)
    expect(bob.leave(chat), 204)
    stranger = person()
    with alice.connect() as at_alice, bob.connect() as at_bob, stranger.connect() as at_stranger:
        for socket in (at_bob, at_stranger):
            socket.send("message.read", {"chatId": chat, "seq": "2"})
            socket.send("typing.start", {"chatId": chat})
            socket.settle()
        expect(carol.mark_read(chat, 2), 204)
        assert at_alice.next_notice("message.read", chatId=chat)["userId"] == carol.id
        assert at_alice.take_kept("message.read", "typing.indicator") == []


def test_a_report_that_is_none_gets_an_error(pair):
    alice, _, chat = pair
    with alice.connect() as socket:
        for payload in ({"chatId": "abc", "seq": "1"}, {"chatId": chat, "seq": "x"}, "text"):
            frame = socket.answer(socket.send("message.read", payload))
            assert (frame["type"], frame["payload"]["code"]) in {
                ("error", "request.invalid"), ("error", "frame.invalid")}


def test_positions_are_there_after_an_orderly_end_and_after_a_kill(own_server):
    alice, bob = Person.register(own_server), Person.register(own_server)
    chat = alice.new_group(bob)
    for _ in range(4):
        alice.say(chat)
    with bob.connect() as at_bob:
        at_bob.send("message.read", {"chatId": chat, "seq": "3"})
        stored(bob, chat, (3, 3, 2))
    own_server.kill()
    own_server.restart()
    assert position(bob, chat) == (3, 3, 2)

    with bob.connect() as at_bob, alice.connect() as at_alice:
        at_bob.send("message.read", {"chatId": chat, "seq": "4"})
        at_bob.send("message.delivered", {"chatId": chat, "seq": "5"})
        at_alice.next_notice("message.delivered", chatId=chat, seq="5")
        own_server.stop()
    own_server.restart()
    assert position(bob, chat) == (4, 5, 1)


def test_what_one_sends_one_has_read(pair):
    alice, bob, chat = pair
    for _ in range(3):
        alice.say(chat)
    with bob.connect() as at_bob:
        at_bob.say(message(chat))
    assert position(bob, chat) == (5, 5, 0)
    assert position(alice, chat) == (4, 4, 1)
    original = alice.say(chat)
    expect(bob.react(original, "🐦"), 201)
    assert position(bob, chat) == (5, 5, 1), "only a message says that one has read"
