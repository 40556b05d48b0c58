"""What watches the server in all other tests must itself be able to fail."""

import itertools

import pytest
from harness.log import Log
from harness.order import Order

ME, OTHER, CHAT = "1", "2", "7"


def ready():
    return {"type": "session.ready", "payload": {"userId": ME}}


def heads(last_seq):
    return {"type": "sync.heads", "payload": {"chats": [{"chatId": CHAT, "lastSeq": str(last_seq)}]}}


def new(seq, **fields):
    return {"type": "message.new", "payload": {"entry": {"chatId": CHAT, "seq": str(seq), **fields}}}


def gone(seq, user=ME):
    return new(seq, member={"userId": user, "change": "removed", "role": "unspecified"})


def accepted(seq, reply_to="f1"):
    return {"type": "message.accepted", "replyTo": reply_to, "payload": {"chatId": CHAT, "seq": str(seq)}}


def view(last_seq, role="member"):
    chat = {"id": CHAT, "lastSeq": str(last_seq), "role": role}
    if role == "unspecified":
        chat["leftSeq"] = str(last_seq)
    return {"type": "chat.updated", "payload": {"chat": chat}}


def read(seq, user=OTHER):
    return {"type": "message.read", "payload": {"chatId": CHAT, "userId": user, "seq": str(seq)}}


def typing():
    return {"type": "typing.indicator", "payload": {"chatId": CHAT, "userId": OTHER, "active": True}}


def gap(first, last):
    return {"type": "sync.gap", "payload": {"chatId": CHAT, "fromSeq": str(first), "toSeq": str(last)}}


def watch(frames, expects_gaps=False):
    order = Order()
    order.expect_replay("again")
    order.expects_gaps = expects_gaps
    for frame in frames:
        order.check(frame)
        if frame["type"] == "sync.heads":
            order.knows_every_chat = True


@pytest.mark.parametrize(
    "frames",
    [
        [heads(4), new(5), accepted(6), new(7)],
        [heads(4), new(3), new(4), new(5)],
        [heads(4), accepted(2, "again"), new(5), accepted(4, "again"), accepted(6, "again"), new(7)],
        [heads(4), new(5), gone(6, OTHER), new(7), typing(), read(6), read(7)],
        [heads(4), new(5), gone(6), view(6, "unspecified"), view(9), new(9), new(10)],
        [heads(4), view(6, "unspecified"), new(5), gone(6)],
        [view(1), new(1), new(2)],
    ],
)
def test_what_keeps_the_promises_passes(frames):
    watch([ready(), *frames])


@pytest.mark.parametrize(
    "frames",
    [
        [heads(4), new(6)],
        [heads(4), new(5), new(7)],
        [heads(4), new(3), new(5)],
        [heads(4), new(5), new(5)],
        [heads(4), new(5), accepted(5)],
        [heads(4), new(5), accepted(8, "again")],
        [heads(4), new(5), new(4)],
        [{"type": "sync.heads", "payload": {"chats": []}}, new(1)],
        [heads(4), gone(5), new(6)],
        [heads(4), gone(5), typing()],
        [heads(4), gone(5), read(5)],
        [heads(4), view(4, "unspecified"), new(5)],
        [heads(4), view(6, "unspecified"), new(5), gone(6), read(6)],
        [heads(4), read(4), read(3)],
        [heads(4), gap(5, 6)],
    ],
)
def test_what_breaks_a_promise_fails(frames):
    with pytest.raises(AssertionError):
        watch([ready(), *frames])


def test_a_gap_is_passed_by_whoever_expects_it():
    watch([ready(), heads(4), new(5), gap(6, 9), new(10)], expects_gaps=True)
    with pytest.raises(AssertionError):
        watch([ready(), heads(4), new(5), gap(6, 9), new(11)], expects_gaps=True)


def entry(seq, kind="message", refers_to=None, **fields):
    found = {"id": f"7.{seq}", "seq": str(seq), "kind": kind, "createdAt": f"at {seq}", **fields}
    if kind != "delete":
        found.setdefault("content", {"text": f"words {seq}"})
    return {**found, "refersTo": str(refers_to)} if refers_to else found


def latest(edit):
    return {name: edit[name] for name in ("seq", "createdAt", "content")}


LIVE = [entry(1), entry(2, "edit", 1), entry(3), entry(4, "edit", 1), entry(5, "delete", 3)]
LATER = [
    {**LIVE[0], "latestEdit": latest(LIVE[3])}, LIVE[1],
    {name: value for name, value in LIVE[2].items() if name != "content"} | {"deletedBySeq": "5"}, *LIVE[3:]]


def test_a_log_is_the_same_whichever_way_it_came():
    ways = itertools.product(itertools.permutations(range(5)), itertools.product([LIVE, LATER], repeat=2))
    for order, source in ways:
        log = Log()
        for place, index in enumerate(order):
            log.take(source[place % 2][index])
        assert log.entries() == LATER


def test_a_log_knows_its_gaps_and_what_is_unread():
    log = Log()
    for seq in (2, 3, 6):
        log.take(entry(seq))
    assert (log.gaps(1, 8), log.gaps(2, 3)) == ([(1, 1), (4, 5), (7, 8)], [])
    assert (log.unread(0), log.unread(2), log.unread(6)) == (3, 2, 0)
    with pytest.raises(AssertionError):
        log.take({**entry(3), "id": "7.other"})
