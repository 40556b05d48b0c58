"""What a message may point at: the message that it answers, and files."""

import pytest
from harness.person import expect, message, refusal, wrong_field

FILES_MAX = 32


def test_a_reply_names_the_message_that_it_answers(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    with alice.connect() as at_alice, bob.connect() as at_bob:
        entry = bob.say(chat, replyToSeq=original["seq"])
        assert entry["replyToSeq"] == original["seq"]
        assert at_alice.next_message(chat) == entry
        at_bob.say(message(chat, replyToSeq=original["seq"]))
        assert at_alice.next_message(chat)["replyToSeq"] == original["seq"]
    assert alice.whole_history(chat)[0][2] == entry


def test_a_reply_answers_a_message_of_the_same_chat(pair):
    alice, bob, chat = pair
    other_chat = alice.new_group(bob)
    for _ in range(3):
        alice.say(other_chat)
    original = alice.say(chat)
    reacted = expect(alice.react(original, "🐦"), 201)["entry"]
    for seq in ("1", "4", reacted["seq"], "9223372036854775807"):
        answer = alice.post_message(chat, replyToSeq=seq)
        assert refusal(answer) == (404, "message.not_found"), seq
        assert answer.json()["error"]["details"]["field"] == "replyToSeq"
        with alice.connect() as at_alice:
            answer = at_alice.refusal("message.send", message(chat, replyToSeq=seq))
            assert (answer["code"], answer["details"]["field"]) == ("message.not_found", "replyToSeq")
    assert alice.chat(chat)["lastSeq"] == "3"


def test_a_deleted_message_can_still_be_answered(pair):
    alice, bob, chat = pair
    original = alice.say(chat)
    expect(alice.delete(original), 204)
    assert bob.say(chat, replyToSeq=original["seq"])["replyToSeq"] == original["seq"]


def test_what_a_message_points_at_is_part_of_its_body(pair):
    alice, _, chat = pair
    original = alice.say(chat)
    sent = message(chat, replyToSeq=original["seq"], fileIds=["1"])
    expect(alice.post("/v1/messages", sent), 201)
    expect(alice.post("/v1/messages", sent), 200)
    for other in ({**sent, "replyToSeq": None}, {**sent, "fileIds": []}, {**sent, "fileIds": ["2"]}):
        assert refusal(alice.post("/v1/messages", other)) == (409, "message.client_id_reused")


def test_files_come_out_as_they_went_in(pair):
    alice, bob, chat = pair
    files = [str(9_007_199_254_740_993 - each) for each in range(FILES_MAX)]
    with alice.connect() as at_alice, bob.connect() as at_bob:
        entry = alice.say(chat, fileIds=files)
        assert entry["fileIds"] == files
        assert at_bob.next_message(chat) == at_alice.next_message(chat) == entry
        at_alice.say(message(chat, fileIds=["5"]))
        assert at_bob.next_message(chat)["fileIds"] == ["5"]
    assert bob.whole_history(chat)[0][1] == entry
    assert "fileIds" not in alice.say(chat)


@pytest.mark.parametrize("files", [[str(each) for each in range(1, FILES_MAX + 2)], ["1", "1"], ["0"]])
def test_files_are_some_and_each_once(pair, files):
    alice, _, chat = pair
    assert wrong_field(alice.post_message(chat, fileIds=files)) == "fileIds"
    with alice.connect() as at_alice:
        answer = at_alice.refusal("message.send", message(chat, fileIds=files))
        assert (answer["code"], answer["details"]["field"]) == ("request.invalid", "fileIds")
