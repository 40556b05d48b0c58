"""The binary form of protobuf, right in unusual ways and wrong in every way."""

from harness.protobuf import (
    BYTES, FIXED32, FIXED64, GROUP_BEGIN, GROUP_END, VARINT, bytes_field, number_field, tag, varint)

# A number that no message of the contract has.
UNKNOWN = 100_000
# `ProtobufLimits.nestingDepth`.
DEPTH_MAX = 100

# Each is put behind the fields of a message that is right.


def ignored():
    """Fields that nobody knows, and unusual forms of what is right."""
    yield "a varint", number_field(UNKNOWN, 5)
    yield "the largest varint", number_field(UNKNOWN, (1 << 64) - 1)
    yield "a varint in more bytes than it needs", tag(UNKNOWN, VARINT) + b"\x85\x80\x80\x00"
    yield "a varint in ten bytes", tag(UNKNOWN, VARINT) + b"\x80" * 9 + b"\x01"
    yield "64 bits", tag(UNKNOWN, FIXED64) + b"\xff" * 8
    yield "32 bits", tag(UNKNOWN, FIXED32) + b"\xff" * 4
    yield "bytes", bytes_field(UNKNOWN, b"\xff\xfe")
    yield "no bytes", bytes_field(UNKNOWN, b"")
    yield "many bytes", bytes_field(UNKNOWN, b"\xff" * 100_000)
    yield "a length in more bytes than it needs", tag(UNKNOWN, BYTES) + b"\x81\x80\x00x"
    yield "a group", group(UNKNOWN, number_field(1, 1))
    yield "an empty group", group(UNKNOWN, b"")
    yield "a group in a group", group(UNKNOWN, group(7, group(UNKNOWN, b"")))
    yield "groups as deep as may be", nested_groups(DEPTH_MAX - 1)
    yield "the largest field number", number_field((1 << 29) - 1, 0)
    yield "a tag in more bytes than it needs", longer(tag(UNKNOWN, VARINT)) + b"\0"
    yield "ten thousand fields", number_field(UNKNOWN, 1) * 10_000


def malformed():
    """What no message can go on with."""
    yield "a tag cut off", b"\x80"
    yield "a tag without its value", tag(UNKNOWN, VARINT)
    yield "a varint cut off", tag(UNKNOWN, VARINT) + b"\x80\x80"
    yield "a varint of eleven bytes", tag(UNKNOWN, VARINT) + b"\x80" * 10 + b"\x01"
    yield "a varint without end", tag(UNKNOWN, VARINT) + b"\xff" * 1_000
    yield "64 bits cut off", tag(UNKNOWN, FIXED64) + b"1234567"
    yield "32 bits cut off", tag(UNKNOWN, FIXED32) + b"123"
    yield "bytes cut off", tag(UNKNOWN, BYTES) + varint(5) + b"1234"
    yield "a length and nothing", tag(UNKNOWN, BYTES) + varint(1)
    for length in (1 << 31, 1 << 32, (1 << 63) - 1, 1 << 63, (1 << 64) - 5, (1 << 64) - 1):
        yield f"a length of {length:#x}", tag(UNKNOWN, BYTES) + varint(length) + b"x"
    yield "a length of eleven bytes", tag(UNKNOWN, BYTES) + b"\x80" * 10 + b"\x01"
    for wire_type in (6, 7):
        yield f"wire type {wire_type}", tag(UNKNOWN, wire_type) + b"\0"
        yield f"wire type {wire_type} of a known field", tag(1, wire_type) + b"\0"
    for wire_type in range(6):
        yield f"field number 0, wire type {wire_type}", tag(0, wire_type) + b"\0" * 8
    yield "a field number beyond the largest", tag(1 << 29, VARINT) + b"\0"
    yield "a tag of 64 bits", varint((1 << 64) - 8) + b"\0"
    yield "a group that does not end", tag(UNKNOWN, GROUP_BEGIN) + number_field(1, 1)
    yield "a group that ends as another", tag(UNKNOWN, GROUP_BEGIN) + tag(UNKNOWN + 1, GROUP_END)
    yield "the end of no group", tag(UNKNOWN, GROUP_END)
    yield "the end of no group, of a known field", tag(1, GROUP_END)
    yield "groups that end in the wrong order", (
        tag(UNKNOWN, GROUP_BEGIN) + tag(7, GROUP_BEGIN) + tag(UNKNOWN, GROUP_END) + tag(7, GROUP_END))
    yield "groups too deep", nested_groups(DEPTH_MAX + 1)
    yield "groups much too deep", nested_groups(20_000)
    yield "groups too deep, without ends", tag(UNKNOWN, GROUP_BEGIN) * 20_000
    yield "garbage within a group", group(UNKNOWN, b"\xff\xff")
    yield "all ones", b"\xff" * 100
    yield "JSON", b'{"type":"ping","id":"1","payload":{}}'


NOT_UTF8 = [bytes.fromhex(each) for each in ("ff", "80", "c080", "eda080", "f4908080", "c3", "e282")]


def longer(number):
    """The same varint with a byte that adds nothing."""
    return number[:-1] + bytes([number[-1] | 0x80, 0x00])


def group(number, content):
    return tag(number, GROUP_BEGIN) + content + tag(number, GROUP_END)


def nested_groups(depth):
    return tag(UNKNOWN, GROUP_BEGIN) * depth + tag(UNKNOWN, GROUP_END) * depth


def not_numbers():
    """Where packed numbers are expected."""
    yield "a varint cut off", b"\x01\x02\x80"
    yield "a varint of eleven bytes", b"\x80" * 10 + b"\x01"
    yield "all ones", b"\xff" * 9

