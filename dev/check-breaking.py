#!/usr/bin/env python3
"""Checks that the contract still serves clients of the last release: proto/released/v1.binpb against proto/martlet/v1.

What is compared is what clients meet: numbers, types, names in JSON, HTTP routes. `--release` writes today's contract
as the released one; that is done when a version is given out, not to silence this check.
"""

import argparse
import subprocess
import sys
import sysconfig
from collections import namedtuple
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RELEASED = ROOT / "proto/released/v1.binpb"

FRAME_UNION, FRAME_TYPE, HIDDEN, OMITTED, WIRE_NAME, HTTP_STATUS = 51001, 51002, 51003, 51004, 51010, 51011
SUCCESS_STATUS, REPLAY_STATUS, ACCESS, HTTP = 51020, 51021, 51022, 72295728
# Who may call, the widest first: anyone, anyone with a token or without, the holder of one.
NARROWNESS = {0: 0, 2: 1, 1: 2}

Breakage = namedtuple("Breakage", "where what why")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--release", action="store_true", help="write today's contract as the released one")
    parser.add_argument("--released", type=Path, default=RELEASED)
    parser.add_argument("--proto", type=Path, default=ROOT / "proto", help="the folder of martlet/v1")
    arguments = parser.parse_args()
    today = descriptor_set(arguments.proto)
    if arguments.release:
        arguments.released.parent.mkdir(parents=True, exist_ok=True)
        arguments.released.write_bytes(today)
        return
    found = list(breakages(contract(arguments.released.read_bytes()), contract(today)))
    for breakage in found:
        print(f"{breakage.where}: {breakage.what}: {breakage.why}", file=sys.stderr)
    if found:
        sys.exit("The contract breaks released clients. Keep what was, and add beside it.")
    print("Contract: nothing that was released is broken.")


def descriptor_set(proto):
    """Today's contract, without comments and without what it imports from elsewhere."""
    packages = Path(sysconfig.get_path("purelib"))
    files = sorted((proto / "martlet/v1").glob("*.proto"))
    result = subprocess.run(
        ["protoc", "--descriptor_set_out=/dev/stdout", f"-I{proto}", f"-I{packages / 'grpc_tools/_proto'}",
         f"-I{packages}", *map(str, files)],
        capture_output=True)
    if result.returncode != 0:
        sys.exit(result.stderr.decode())
    return result.stdout


class Contract:
    """Everything that is declared, by full name."""

    def __init__(self):
        self.messages, self.enums, self.methods = {}, {}, {}


def contract(data):
    from google.protobuf.descriptor_pb2 import FileDescriptorSet

    found = Contract()
    for file in FileDescriptorSet.FromString(data).file:
        if file.name.endswith("options.proto"):
            continue
        for message in file.message_type:
            add_message(found, f"{file.package}.{message.name}", message)
        for enum in file.enum_type:
            found.enums[f"{file.package}.{enum.name}"] = enum
        for service in file.service:
            for method in service.method:
                found.methods[f"{file.package}.{service.name}.{method.name}"] = method
    return found


def add_message(found, name, message):
    found.messages[name] = message
    for nested in message.nested_type:
        add_message(found, f"{name}.{nested.name}", nested)
    for enum in message.enum_type:
        found.enums[f"{name}.{enum.name}"] = enum


def options(descriptor):
    """The options that Python does not know, by number; of repeated ones the last."""
    from google.protobuf.unknown_fields import UnknownFieldSet

    return {field.field_number: field.data for field in UnknownFieldSet(descriptor.options)}


def breakages(before, after):
    for name, message in before.messages.items():
        if name not in after.messages:
            yield Breakage(name, "the message is gone", "clients send or expect it")
        else:
            yield from message_breakages(name, message, after.messages[name])
    for name, enum in before.enums.items():
        if name not in after.enums:
            yield Breakage(name, "the enum is gone", "clients know its values")
        else:
            yield from enum_breakages(name, enum, after.enums[name])
    for name, method in before.methods.items():
        if name not in after.methods:
            yield Breakage(name, "the call is gone", "clients call it")
        else:
            yield from method_breakages(name, method, after.methods[name])


def message_breakages(name, before, after):
    fields = {field.number: field for field in after.field}
    if options(before).get(FRAME_UNION) != options(after).get(FRAME_UNION):
        yield Breakage(name, "it is a frame, or is one no more", "its JSON has another shape")
    for field in before.field:
        where = f"{name}.{field.name}"
        if field.number in fields:
            yield from field_breakages(where, field, fields[field.number], oneofs(before), oneofs(after))
        else:
            yield from removal_breakages(where, field.number, field.name, after)
    yield from reservation_breakages(name, before, after)


def removal_breakages(where, number, field_name, message):
    """A field or an enum's value may go when its number and name can never come back."""
    if not is_reserved(number, message):
        yield Breakage(where, f"removed, and {number} is not reserved", "it could come back and mean something else")
    if field_name not in message.reserved_name:
        yield Breakage(where, f"removed, and the name {field_name} is not reserved", "JSON could mean something else")


def is_reserved(number, descriptor):
    # Of messages the end of a range is not in it, of enums it is.
    last = 0 if descriptor.DESCRIPTOR.name == "EnumDescriptorProto" else 1
    return any(span.start <= number <= span.end - last for span in descriptor.reserved_range)


def reservation_breakages(name, before, after):
    last = 0 if before.DESCRIPTOR.name == "EnumDescriptorProto" else 1
    for span in before.reserved_range:
        for number in range(span.start, min(span.end - last, span.start + 1000) + 1):
            if not is_reserved(number, after):
                yield Breakage(name, f"{number} is no longer reserved", "it once meant something else")
    for gone in set(before.reserved_name) - set(after.reserved_name):
        yield Breakage(name, f"the name {gone} is no longer reserved", "it once meant something else")


def oneofs(message):
    """The name of the oneof by its index, without those of `optional`."""
    return {
        index: oneof.name for index, oneof in enumerate(message.oneof_decl)
        if not any(field.proto3_optional and field.oneof_index == index for field in message.field)
    }


def field_breakages(where, before, after, oneofs_before, oneofs_after):
    def oneof(field, names):
        return names.get(field.oneof_index) if field.HasField("oneof_index") else None

    old, new = options(before), options(after)
    compared = [
        ("name", before.name, after.name, "its number is used again, or it is renamed"),
        ("type", (before.type, before.type_name), (after.type, after.type_name), "old clients read something else"),
        ("label", before.label, after.label, "one value is not a list"),
        ("name in JSON", before.json_name, after.json_name, "old clients write and read the other name"),
        ("presence", before.proto3_optional, after.proto3_optional, "JSON has it always, or only when it is set"),
        ("oneof", oneof(before, oneofs_before), oneof(after, oneofs_after), "setting it now clears others, or not"),
        ("frame's type", old.get(FRAME_TYPE), new.get(FRAME_TYPE), "old clients know the frame by the other type"),
        ("hidden_in_json", old.get(HIDDEN), new.get(HIDDEN), "it appears in JSON, or is gone from it"),
        ("omitted_when_empty", old.get(OMITTED), new.get(OMITTED), "an empty list appears, or is gone"),
    ]
    yield from changes(where, compared)


def changes(where, compared):
    for what, before, after, why in compared:
        if before != after:
            yield Breakage(where, f"another {what}: {before!r} became {after!r}", why)


def enum_breakages(name, before, after):
    values = {value.number: value for value in after.value}
    for value in before.value:
        where = f"{name}.{value.name}"
        now = values.get(value.number)
        if now is None:
            yield from removal_breakages(where, value.number, value.name, after)
            continue
        old, new = options(value), options(now)
        yield from changes(where, [
            ("name", value.name, now.name, "its number means something else now"),
            ("name in JSON", old.get(WIRE_NAME), new.get(WIRE_NAME), "old clients know the other name"),
            ("HTTP status", old.get(HTTP_STATUS), new.get(HTTP_STATUS), "old clients act on the status"),
        ])
    yield from reservation_breakages(name, before, after)


def method_breakages(name, before, after):
    old, new = options(before), options(after)
    yield from changes(name, [
        ("request", before.input_type, after.input_type, "old clients send the other message"),
        ("answer", before.output_type, after.output_type, "old clients expect the other message"),
        ("streaming", (before.client_streaming, before.server_streaming),
         (after.client_streaming, after.server_streaming), "the call has another form"),
        ("HTTP route", route(before), route(after), "old clients call the other one"),
        ("success status", old.get(SUCCESS_STATUS), new.get(SUCCESS_STATUS), "old clients expect the other one"),
        ("replay status", old.get(REPLAY_STATUS), new.get(REPLAY_STATUS), "old clients expect the other one"),
    ])
    if NARROWNESS[new.get(ACCESS) or 0] > NARROWNESS[old.get(ACCESS) or 0]:
        yield Breakage(name, "access was made narrower", "who could call it no longer can")


def route(method):
    """`POST /v1/chats`, and what of the request is in the body."""
    verbs = {2: "GET", 3: "PUT", 4: "POST", 5: "DELETE", 6: "PATCH"}
    rule = options(method).get(HTTP)
    if rule is None:
        return None
    parts = dict(length_delimited(rule))
    verb = next((number for number in parts if number in verbs), None)
    if verb is None:
        return None
    return f"{verbs[verb]} {parts[verb].decode()} body {parts.get(7, b'').decode() or 'none'}"


def length_delimited(data):
    """The fields of `google.api.HttpRule`: tags of one byte, lengths of one or two."""
    position = 0
    while position < len(data):
        number = data[position] >> 3
        length, position = data[position + 1], position + 2
        if length & 128:
            length, position = length & 127 | data[position] << 7, position + 1
        yield number, data[position : position + length]
        position += length


if __name__ == "__main__":
    main()
