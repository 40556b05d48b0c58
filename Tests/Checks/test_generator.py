"""What the generator refuses: contracts whose code would not compile, or whose documents would lie."""

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from contract import ROOT

# Those that every call may have.
CODES = ["request.invalid", "rate.limited", "server.internal", "server.overloaded", "server.storage_failed"]
ERRORS = "enum ErrorCode {%s}" % "".join(
    f'C{number} = {number} [(wire_name) = "{code}", (http_status) = 400, (summary) = "No."];'
    for number, code in enumerate(CODES))
FRAMES = """
message ClientFrame { option (frame_union) = true; oneof payload { Ping ping = 1 [(frame_type) = "ping"]; } }
message ServerFrame { option (frame_union) = true; oneof payload { Ping pong = 1 [(frame_type) = "pong"]; } }
message Ping {}
"""
SERVICE = 'service A { rpc Get(Ping) returns (Ping) { option (google.api.http) = { %s }; %s } }'

REFUSED = {
    "two frames of one type": (
        "messages", """message F { option (frame_union) = true; oneof payload {
            M a = 1 [(frame_type) = "x"]; M b = 2 [(frame_type) = "x"]; } } message M {}""",
        "must be a message with a frame_type of its own"),
    "a frame of no type": (
        "messages", "message F { option (frame_union) = true; oneof payload { M a = 1; } } message M {}",
        "must be a message with a frame_type of its own"),
    "a frame union without a oneof": (
        "messages", "message F { option (frame_union) = true; string id = 1; }", "must have exactly one oneof"),
    "two fields of one name in Swift": (
        "messages", "message M { string chat_id = 1; oneof CHAT_ID { string name = 2; } }",
        "two fields that Swift would call chatID"),
    "a name that JSON would escape": (
        "messages", 'message M { string a = 1 [json_name = "a\\"b"]; }', "would need escapes in JSON"),
    "two values of one wire name": (
        "messages", 'enum E { A = 0 [(wire_name) = "x"]; B = 1 [(wire_name) = "x"]; }', "JSON would call x"),
    "an error without a status": (
        "messages", 'enum E { A = 0 [(http_status) = 400, (summary) = "No."]; B = 1 [(summary) = "No."]; }',
        "B needs an http_status and a summary"),
    "a group's like": (
        "messages", 'import "google/protobuf/descriptor.proto"; message M { google.protobuf.FileOptions o = 1; }',
        "is not one of the well-known types"),
    "a stream": (
        "services", FRAMES + "service A { rpc Get(Ping) returns (stream Ping); }", "only unary calls are supported"),
    "a path's field that is none": (
        "services", FRAMES + SERVICE % ('get: "/{id}"', ""), "the path names id, which the request does not have"),
    "a part of the request as body": (
        "services", "message Ping { string a = 1; } " + SERVICE % ('put: "/" body: "a"', ""),
        'the body can be "*" or nothing'),
    "a replay without its mark": (
        "services", FRAMES + SERVICE % ('get: "/"', "option (replay_status) = 200;"), "has no bool `replayed`"),
    "an error that the registry lacks": (
        "documents", ERRORS + FRAMES + "message ErrorResponse {} service A {\n// Asks.\n"
        'rpc Get(Ping) returns (Ping) { option (google.api.http) = { get: "/" }; option (error) = "no.such"; } }',
        "no.such is not a code of the error registry"),
    "a call without a word": (
        "documents", ERRORS + FRAMES + "message ErrorResponse {} " + SERVICE % ('get: "/"', ""),
        "Get needs a comment"),
    "two calls of one address": (
        "documents", ERRORS + FRAMES + """message ErrorResponse {} service A {
            // Asks.
            rpc Get(Ping) returns (Ping) { option (google.api.http) = { get: "/a" }; }
            // Asks again.
            rpc Ask(Ping) returns (Ping) { option (google.api.http) = { get: "/a" }; }
        }""", "another call has GET /a too"),
    "an answer that nobody sends": (
        "documents",
        ERRORS + FRAMES.replace('"ping"', '"ping", (answered_by) = "no.such"') + "message ErrorResponse {}",
        "ping is answered by a frame that the server does not send"),
    "a parameter that is none": ("nothing", "message M {}", "does not know the parameter nothing"),
}


@pytest.fixture(scope="module")
def plugin():
    folder = subprocess.run(
        ["swift", "build", "--package-path", ROOT, "--show-bin-path"], capture_output=True, text=True, check=True)
    return Path(folder.stdout.strip()) / "protoc-gen-martlet"


@pytest.mark.parametrize("kind", REFUSED)
def test_a_contract_is_refused(tmp_path, plugin, kind):
    what, text, message = REFUSED[kind]
    (tmp_path / "martlet/v1").mkdir(parents=True)
    shutil.copy(ROOT / "proto/martlet/v1/options.proto", tmp_path / "martlet/v1")
    imports = 'import "martlet/v1/options.proto"; import "google/api/annotations.proto";'
    (tmp_path / "x.proto").write_text(f'syntax = "proto3"; package martlet.v1; {imports} {text}')
    packages = Path(sysconfig.get_path("purelib"))
    result = subprocess.run(
        ["protoc", f"--plugin=protoc-gen-martlet={plugin}", f"--martlet_out={tmp_path}", f"--martlet_opt={what}",
         f"-I{tmp_path}", f"-I{packages / 'grpc_tools/_proto'}", f"-I{packages}", "x.proto"],
        capture_output=True, text=True)
    assert result.returncode != 0
    assert message in result.stderr
