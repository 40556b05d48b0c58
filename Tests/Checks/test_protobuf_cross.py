"""Our codec and Python's protobuf, on random messages of every type: each reads what the other writes.

MARTLET_SEED repeats a run; every failure names its seed.
"""

import os
import random

import pytest
from contract import ROOT, Contract, Testee, clear_hidden, descriptor_set
from google.protobuf.message import DecodeError

SEED = int(os.environ.get("MARTLET_SEED", random.randrange(2**32)))
ROUNDS = 30
PROTOS = sorted((ROOT / "proto/martlet/v1").glob("*.proto")) + sorted((ROOT / "Tests/proto").glob("*.proto"))
CONTRACT = Contract(descriptor_set(*PROTOS))


@pytest.fixture(scope="module")
def testee():
    testee = Testee.built(CONTRACT)
    yield testee
    testee.close()


def canonical(message):
    """The bytes that Python would write, so that NaN is like itself and maps have an order."""
    return message.SerializeToString(deterministic=True)


def chance_for(name):
    return random.Random(f"{SEED} {name}")


@pytest.mark.conformance("protobuf", "each reads what the other writes")
@pytest.mark.parametrize("name", CONTRACT.messages)
def test_each_reads_what_the_other_writes(testee, name):
    from random_message import fill

    kind, chance = CONTRACT.messages[name], chance_for(name)
    for index in range(ROUNDS):
        message = fill(kind(), chance)
        where = f"seed {SEED}, {name}, message {index}"
        data = message.SerializeToString()

        again = kind.FromString(testee.to_protobuf(kind, protobuf=data))
        assert canonical(again) == canonical(message), f"{where}: binary to binary"

        visible = clear_hidden(kind.FromString(data))
        text = testee.to_json(kind, protobuf=data)
        assert canonical(CONTRACT.from_json(text, kind)) == canonical(visible), f"{where}: binary to JSON: {text}"

        text = CONTRACT.to_json(visible)
        again = kind.FromString(testee.to_protobuf(kind, json_text=text))
        assert canonical(again) == canonical(visible), f"{where}: JSON to binary: {text}"


@pytest.mark.conformance("protobuf", "both take or refuse damaged bytes")
@pytest.mark.parametrize("name", CONTRACT.messages)
def test_both_take_or_refuse_damaged_bytes(testee, name):
    from random_message import fill

    kind, chance = CONTRACT.messages[name], chance_for(name)
    for index in range(ROUNDS):
        data = damaged(fill(kind(), chance).SerializeToString(), chance)
        where = f"seed {SEED}, {name}, damaged {index}: {data.hex()}"
        ours = testee.to_protobuf(kind, protobuf=data)
        try:
            theirs = kind.FromString(data)
        except DecodeError:
            assert ours is None, f"{where}: only Python refuses it"
            continue
        if ours is None:
            # Field number 0 must be refused; Python does so only in messages that have fields.
            reason = testee.refusal.split()[0]
            assert has_invalid_time(theirs) or reason == "invalidTag", f"{where}: only we refuse it: {reason}"
        elif not has_map(kind.DESCRIPTOR):
            # Of a map entry with unknown parts Python makes an unknown field; C++ and we drop the parts.
            forget_unknown_in_times(theirs)
            assert canonical(kind.FromString(ours)) == canonical(theirs), f"{where}: read differently"


def damaged(data, chance):
    if not data:
        return chance.randbytes(3)
    if chance.random() < 0.4:
        return data[: chance.randrange(len(data))]
    data = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def times(message):
    """Every timestamp in the message."""
    if message.DESCRIPTOR.full_name == "google.protobuf.Timestamp":
        yield message
    for field, value in message.ListFields():
        if not field.message_type:
            continue
        parts = value if field.is_repeated else [value]
        if field.message_type.GetOptions().map_entry:
            parts = value.values() if field.message_type.fields_by_name["value"].message_type else []
        for part in parts:
            yield from times(part)


def has_map(descriptor, seen=()):
    if descriptor.full_name in seen:
        return False
    parts = [field.message_type for field in descriptor.fields if field.message_type]
    return any(part.GetOptions().map_entry or has_map(part, (*seen, descriptor.full_name)) for part in parts)


def has_invalid_time(message):
    """The one thing that we refuse and Python takes: a timestamp out of range."""
    return any(
        not (-62_135_596_800 <= time.seconds <= 253_402_300_799 and 0 <= time.nanos < 10**9)
        for time in times(message))


def forget_unknown_in_times(message):
    """The one thing that we do not keep: what a timestamp holds beside its two fields."""
    for time in times(message):
        time.DiscardUnknownFields()


@pytest.mark.conformance("protobuf", "damaged JSON never ends the reader")
@pytest.mark.parametrize("name", CONTRACT.messages)
def test_damaged_json_never_ends_the_reader(testee, name):
    """Python's JSON reader is laxer than RFC 8259, so that only what both take is compared."""
    from random_message import fill

    kind, chance = CONTRACT.messages[name], chance_for(name)
    for index in range(ROUNDS):
        text = damaged(CONTRACT.to_json(fill(kind(), chance)).encode(), chance).decode(errors="replace")
        ours = testee.to_protobuf(kind, json_text=text)
        try:
            theirs = CONTRACT.from_json(text, kind)
        except Exception:
            continue
        if ours is not None:
            again = kind.FromString(ours)
            assert canonical(again) == canonical(clear_hidden(theirs)), f"seed {SEED}, {name}, {index}: {text}"
