"""Breaks the contract in each way once: a check that cannot fail proves nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHECK = ROOT / "dev/check-breaking.py"

CONTRACT = """
syntax = "proto3";
package martlet.v1;
import "google/api/annotations.proto";
import "martlet/v1/options.proto";

enum Kind {
  reserved 9;
  reserved "KIND_OLD";
  KIND_UNSPECIFIED = 0 [(wire_name) = "unspecified"];
  KIND_FAULT = 1 [(wire_name) = "fault", (http_status) = 404];
  KIND_OTHER = 2;
}

message Thing {
  reserved 20 to 22;
  reserved "gone";
  string name = 1;
  uint64 chat_id = 2;
  repeated string words = 3 [(omitted_when_empty) = true];
  optional string note = 4;
  oneof choice {
    string left = 5;
    string right = 6;
  }
  Kind kind = 7;
  string secret = 8 [(hidden_in_json) = true];
}

message Alone {}

enum Lone {
  LONE_UNSPECIFIED = 0;
}

message Frame {
  option (frame_union) = true;
  oneof payload {
    Thing thing = 1 [(frame_type) = "thing.new"];
  }
}

service ThingService {
  rpc GetThing(Thing) returns (Frame) {
    option (google.api.http) = { get: "/v1/things/{chat_id}" };
    option (success_status) = 201;
    option (replay_status) = 200;
  }
  rpc PutThing(Thing) returns (Thing) {
    option (google.api.http) = { put: "/v1/things" body: "*" };
  }
}
"""

BREAKAGES = {
    "a message removed": ("message Alone {}\n", "", "martlet.v1.Alone: the message is gone"),
    "a number used again": (
        "string name = 1;", "string title = 1;", "martlet.v1.Thing.name: another name: 'name' became 'title'"),
    "a type changed": ("uint64 chat_id = 2;", "string chat_id = 2;", "martlet.v1.Thing.chat_id: another type"),
    "another message as type": ("Thing thing = 1", "Frame thing = 1", "martlet.v1.Frame.thing: another type"),
    "a list made of a value": ("uint64 chat_id = 2;", "repeated uint64 chat_id = 2;", "another label"),
    "a field removed": ("  string name = 1;\n", "", "martlet.v1.Thing.name: removed, and 1 is not reserved"),
    "a field removed, its name not reserved": (
        "  string name = 1;\n", "  reserved 1;\n", "removed, and the name name is not reserved"),
    "a reserved number given back": ("reserved 20 to 22;", "reserved 20 to 21;", "22 is no longer reserved"),
    "a reserved name given back": ('reserved "gone";', "", "the name gone is no longer reserved"),
    "another name in JSON": (
        "uint64 chat_id = 2;", 'uint64 chat_id = 2 [json_name = "chat"];', "another name in JSON: 'chatId'"),
    "presence lost": ("optional string note", "string note", "martlet.v1.Thing.note: another presence"),
    "a field moved into a oneof": (
        "  string name = 1;\n", "  oneof sole { string name = 1; }\n", "Thing.name: another oneof: None became 'sole'"),
    "a field moved out of a oneof": (
        "    string right = 6;\n  }", "  }\n  string right = 6;", "another oneof: 'choice' became None"),
    "another frame type": ('"thing.new"', '"thing.made"', "martlet.v1.Frame.thing: another frame's type"),
    "a frame no more": ("  option (frame_union) = true;\n", "", "martlet.v1.Frame: it is a frame, or is one no more"),
    "hidden no more": (" [(hidden_in_json) = true]", "", "Thing.secret: another hidden_in_json"),
    "always written": (" [(omitted_when_empty) = true]", "", "Thing.words: another omitted_when_empty"),
    "an enum removed": ("enum Lone", "enum Single", "martlet.v1.Lone: the enum is gone"),
    "an enum's value removed": ("  KIND_OTHER = 2;\n", "", "Kind.KIND_OTHER: removed, and 2 is not reserved"),
    "an enum's number changed": ("KIND_OTHER = 2;", "KIND_OTHER = 3;", "Kind.KIND_OTHER: removed"),
    "an enum's number used again": ("KIND_OTHER = 2;", "KIND_ANOTHER = 2;", "another name: 'KIND_OTHER'"),
    "an enum's reserved number given back": ("  reserved 9;\n", "", "Kind: 9 is no longer reserved"),
    "another wire name": ('"fault"', '"failure"', "Kind.KIND_FAULT: another name in JSON"),
    "another status of an error": ("(http_status) = 404", "(http_status) = 410", "another HTTP status: 404 became 410"),
    "a call removed": ("rpc PutThing(Thing)", "rpc SetThing(Thing)", "ThingService.PutThing: the call is gone"),
    "another request": ("PutThing(Thing)", "PutThing(Frame)", "another request"),
    "another answer": ("GetThing(Thing) returns (Frame)", "GetThing(Thing) returns (Thing)", "another answer"),
    "streaming": ("returns (Frame)", "returns (stream Frame)", "another streaming"),
    "another path": ("/v1/things/{chat_id}", "/v1/thing/{chat_id}", "another HTTP route: 'GET /v1/things/{chat_id}"),
    "another verb": ('put: "/v1/things"', 'patch: "/v1/things"', "'PUT /v1/things body *' became 'PATCH"),
    "another body": (' body: "*"', "", "another HTTP route"),
    "a route removed": ('    option (google.api.http) = { put: "/v1/things" body: "*" };\n', "", "became None"),
    "another success status": ("(success_status) = 201", "(success_status) = 202", "another success status"),
    "another replay status": ("(replay_status) = 200", "(replay_status) = 208", "another replay status"),
    "narrower access": (
        "option (replay_status) = 200;", "option (replay_status) = 200; option (access) = ACCESS_SESSION;",
        "access was made narrower"),
}

ALLOWED = {
    "nothing": ("", ""),
    "a field more": ("string name = 1;", "string name = 1; string more = 30;"),
    "a value more": ("KIND_OTHER = 2;", "KIND_OTHER = 2; KIND_MORE = 4;"),
    "a field removed for ever": ("  string name = 1;\n", '  reserved 1;\n  reserved "name";\n'),
    "a value removed for ever": ("  KIND_OTHER = 2;\n", '  reserved 2;\n  reserved "KIND_OTHER";\n'),
    "a call more": ("service ThingService {", "service ThingService {\n  rpc Ask(Thing) returns (Thing);"),
    "another comment": ("message Thing", "// Something.\nmessage Thing"),
}


def tree(folder, text):
    proto = folder / "martlet/v1"
    proto.mkdir(parents=True)
    shutil.copy(ROOT / "proto/martlet/v1/options.proto", proto)
    (proto / "thing.proto").write_text(text)
    return folder


def run(*arguments):
    return subprocess.run([sys.executable, CHECK, *map(str, arguments)], capture_output=True, text=True)


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    folder = tmp_path_factory.mktemp("released")
    result = run("--release", "--released", folder / "v1.binpb", "--proto", tree(folder / "proto", CONTRACT))
    assert result.returncode == 0, result.stderr
    return folder / "v1.binpb"


def compare(tmp_path, released, change):
    before, after = change
    assert before in CONTRACT
    return run("--released", released, "--proto", tree(tmp_path / "proto", CONTRACT.replace(before, after, 1)))


@pytest.mark.parametrize("kind", BREAKAGES)
def test_a_breakage_is_told(tmp_path, released, kind):
    *change, message = BREAKAGES[kind]
    result = compare(tmp_path, released, change)
    assert result.returncode == 1
    assert message in result.stderr, result.stderr


@pytest.mark.parametrize("kind", ALLOWED)
def test_growth_is_allowed(tmp_path, released, kind):
    result = compare(tmp_path, released, ALLOWED[kind])
    assert result.returncode == 0, result.stderr


def test_the_contract_keeps_what_was_released():
    result = run()
    assert result.returncode == 0, result.stderr
