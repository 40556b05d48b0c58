"""Somebody who is removed gets the removal as the last entry, on every socket and whatever else is under way.

Each socket's own checker fails the test when anything of the chat comes after that."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from harness.membership import change
from harness.person import expect, message, refusal

WINDOW = 8


def last_of(entries, person):
    """That the entries end with somebody's removal; returns its sequence."""
    assert entries[-1]["member"] == change(person, "removed"), entries[-1]
    assert all(entry.get("member", {}).get("userId") != person.id for entry in entries[:-1])
    return int(entries[-1]["seq"])


def entries_until(socket, chat, wanted):
    entries = []
    while not entries or not wanted(entries[-1]):
        entries.append(socket.next_entry(chat))
    return entries


def is_about(person):
    return lambda entry: entry.get("member", {}).get("userId") == person.id


def test_after_the_removal_nothing_comes_on_any_socket(trio):
    alice, bob, carol, chat = trio
    between_bob_and_carol = carol.new_group(bob)
    second = bob.on_another_device()
    with bob.connect() as one, bob.connect() as two, second.connect() as three, carol.connect() as at_carol:
        sockets = [one, two, three]
        assert alice.remove(chat, bob).status_code == 204
        at_carol.say_many([message(chat) for _ in range(50)])
        # Once this is here everything before it has been.
        last = at_carol.say(message(between_bob_and_carol))
        for socket in sockets:
            assert socket.next_entry(chat)["member"] == change(bob, "removed")
            assert socket.next_view(chat)["role"] == "unspecified"
            assert socket.next_message(between_bob_and_carol)["seq"] == last["seq"]
            socket.settle()
            assert [frame["type"] for frame in socket.take_kept()] == []
    assert expect(bob.history(chat), 200)["lastSeq"] == "2"


@pytest.mark.parametrize("round", range(3))
def test_a_removal_among_sends_in_flight_is_the_last_entry(person, round):
    owner, gone, *senders = (person() for _ in range(6))
    chat = owner.new_group(gone, *senders)
    removed = threading.Event()

    def send_before_and_after(socket):
        with socket:
            socket.say_many([message(chat) for _ in range(40)], WINDOW)
            removed.wait()
            socket.say_many([message(chat) for _ in range(WINDOW)], WINDOW)
            return [entry["seq"] for entry in entries_until(socket, chat, is_about(gone))]

    with gone.connect() as at_gone, owner.connect() as at_owner, ThreadPoolExecutor(len(senders)) as threads:
        sockets = [sender.connect() for sender in senders]
        runs = [threads.submit(send_before_and_after, socket) for socket in sockets]
        at_owner.next_message(chat)
        try:
            assert owner.remove(chat, gone).status_code == 204
        finally:
            removed.set()
        live = entries_until(at_gone, chat, is_about(gone))
        left_seq = last_of(live, gone)
        for run in runs:
            assert str(left_seq) in run.result()
        at_gone.settle()

    entries, last_seq = gone.whole_history(chat)
    assert (last_of(entries, gone), last_seq) == (left_seq, left_seq)
    assert live == entries[-len(live):]
    entries, last_seq = owner.whole_history(chat)
    assert last_seq == len(entries) > left_seq


def test_what_the_removed_one_has_in_flight_is_either_before_the_removal_or_refused(person):
    owner, gone = person(), person()
    chat = owner.new_group(gone)
    messages = [message(chat) for _ in range(200)]
    with gone.connect() as at_gone, owner.connect() as at_owner:
        frames = [at_gone.send_message(each) for each in messages]
        at_owner.next_message(chat)
        assert owner.remove(chat, gone).status_code == 204
        answers = [at_gone.answer(frame) for frame in frames]
        left_seq = int(at_gone.next_entry(chat)["seq"])
    accepted = [answer["payload"] for answer in answers if answer["type"] == "message.accepted"]
    refused = answers[len(accepted):]
    assert {answer["payload"].get("code") for answer in refused} <= {"chat.not_member"}
    assert [int(each["seq"]) for each in accepted] == list(range(2, left_seq))
    entries, last_seq = owner.whole_history(chat)
    assert last_seq == left_seq == last_of(entries, gone)
    assert [entry["clientId"] for entry in entries[1:-1]] == [each["clientId"] for each in messages[:len(accepted)]]


def test_a_resend_after_the_removal_gets_the_first_acceptance(pair):
    alice, bob, chat = pair
    sent, unsent = message(chat), message(chat)
    with bob.connect() as at_bob:
        accepted = at_bob.say(sent)
        assert alice.remove(chat, bob).status_code == 204
        assert at_bob.say(sent, resend=True) == accepted
        assert at_bob.refusal("message.send", unsent)["code"] == "chat.not_member"
    assert expect(bob.post("/v1/messages", sent), 200)["entry"]["seq"] == accepted["seq"]
    assert refusal(bob.post("/v1/messages", unsent)) == (403, "chat.not_member")
