"""The web client's codec: its own tests, and against Python's protobuf and the Swift runtime on random messages."""

import base64
import json
import os
import random
import subprocess

import pytest
from contract import ROOT, Contract, Testee, clear_hidden, descriptor_set
from google.protobuf.message import DecodeError
from random_message import fill
from test_protobuf_cross import canonical, damaged, forget_unknown_in_times, has_invalid_time, has_map

SEED = int(os.environ.get("MARTLET_SEED", random.randrange(2**32)))
ROUNDS = 20
CONTRACT = Contract(descriptor_set(
    *sorted((ROOT / "proto/martlet/v1").glob("*.proto")), *sorted((ROOT / "Tests/proto").glob("*.proto"))))
TESTEE = ROOT / "Tests/Web/testee.mjs"
NAMES = subprocess.run(["node", TESTEE, "--types"], capture_output=True, text=True, check=True).stdout.split()


class Node:
    def __init__(self):
        self.process = subprocess.Popen(["node", TESTEE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, name, output, **message):
        self.process.stdin.write(json.dumps({"type": name, "output": output, **message}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"node died of {message}"
        return json.loads(line)

    def protobuf(self, name, **message):
        answer = self.ask(name, "protobuf", **message)
        return base64.b64decode(answer["protobuf"]) if "protobuf" in answer else None

    def json(self, name, **message):
        return self.ask(name, "json", **message)["json"]


@pytest.fixture(scope="module")
def node():
    node = Node()
    yield node
    node.process.stdin.close()
    assert node.process.wait(10) == 0


@pytest.fixture(scope="module")
def swift():
    testee = Testee.built(CONTRACT)
    yield testee
    testee.close()


def test_its_own_tests_pass():
    result = subprocess.run(
        ["node", "--test", ROOT / "Tests/Web/contracts.test.mjs"], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("name", NAMES)
def test_each_reads_what_the_others_write(node, swift, name):
    kind, chance = CONTRACT.messages[name], random.Random(f"{SEED} {name}")
    for index in range(ROUNDS):
        message = fill(kind(), chance)
        data = message.SerializeToString()
        where = f"seed {SEED}, {name}, message {index}: {data.hex()}"
        encoded = base64.b64encode(data).decode()

        again = kind.FromString(node.protobuf(name, protobuf=encoded))
        assert canonical(again) == canonical(message), f"{where}: binary to binary"

        visible = clear_hidden(kind.FromString(data))
        text = node.json(name, protobuf=encoded)
        assert canonical(CONTRACT.from_json(text, kind)) == canonical(visible), f"{where}: binary to JSON"
        again = kind.FromString(swift.to_protobuf(kind, json_text=text))
        assert canonical(again) == canonical(visible), f"{where}: JSON that Swift reads"

        text = swift.to_json(kind, protobuf=data)
        again = kind.FromString(node.protobuf(name, json=text))
        assert canonical(again) == canonical(visible), f"{where}: JSON of Swift's"


def test_a_time_that_comes_twice_is_merged(node, swift):
    """Its seconds in the first place, its nanoseconds in the second, as any parser puts a message together."""
    name = "martlet.v1.MessageReceipt"
    kind, data = CONTRACT.messages[name], bytes.fromhex("2a080888a7e6a70310012a0610ff93ebdc03")
    wanted = kind.FromString(data)
    assert wanted.read_at.seconds and wanted.read_at.nanos > 1
    assert kind.FromString(node.protobuf(name, protobuf=base64.b64encode(data).decode())) == wanted
    assert CONTRACT.from_json(swift.to_json(kind, protobuf=data), kind).read_at == wanted.read_at


@pytest.mark.parametrize("name", NAMES)
def test_takes_or_refuses_damaged_bytes_as_python_does(node, name):
    kind, chance = CONTRACT.messages[name], random.Random(f"{SEED} {name}")
    for index in range(ROUNDS):
        data = damaged(fill(kind(), chance).SerializeToString(), chance)
        where = f"seed {SEED}, {name}, damaged {index}: {data.hex()}"
        answer = node.ask(name, "protobuf", protobuf=base64.b64encode(data).decode())
        try:
            theirs = kind.FromString(data)
        except DecodeError:
            assert "refusal" in answer, f"{where}: only Python refuses it"
            continue
        if "refusal" in answer:
            is_known = has_invalid_time(theirs) or answer["refusal"] == "invalid tag"
            assert is_known, f"{where}: only we refuse it: {answer}"
        elif not has_map(kind.DESCRIPTOR):
            forget_unknown_in_times(theirs)
            ours = kind.FromString(base64.b64decode(answer["protobuf"]))
            assert canonical(ours) == canonical(theirs), f"{where}: read differently"
