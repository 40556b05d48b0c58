"""Just enough of protobuf's binary form to write frames by hand, right and wrong ones."""

import subprocess
from collections import namedtuple

VARINT, FIXED64, BYTES, GROUP_BEGIN, GROUP_END, FIXED32 = range(6)

Field = namedtuple("Field", "number value")


def varint(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def tag(number, wire_type):
    return varint(number << 3 | wire_type)


def number_field(number, value):
    return tag(number, VARINT) + varint(value)


def bytes_field(number, value):
    return tag(number, BYTES) + varint(len(value)) + value


def text_field(number, text):
    return bytes_field(number, text.encode())


def read_varint(data, start):
    value = shift = 0
    while True:
        byte = data[start]
        value |= (byte & 0x7F) << shift
        start, shift = start + 1, shift + 7
        if byte < 0x80:
            return value, start


def fields(data):
    """The fields of a message as they stand; numbers as numbers, all else as bytes."""
    found, index = [], 0
    while index < len(data):
        key, index = read_varint(data, index)
        match key & 7:
            case 0:
                value, index = read_varint(data, index)
            case 1:
                value, index = data[index:index + 8], index + 8
            case 2:
                length, index = read_varint(data, index)
                value, index = data[index:index + length], index + length
                assert len(value) == length, "a field that ends after its message"
            case 5:
                value, index = data[index:index + 4], index + 4
            case other:
                raise AssertionError(f"wire type {other}")
        found.append(Field(key >> 3, value))
    return found


def first(data, number, default=None):
    return next((field.value for field in fields(data) if field.number == number), default)


def encode_texts(texts):
    """A message of text fields, by their numbers."""
    return b"".join(text_field(number, text) for number, text in texts.items())


def decode(data):
    """Field numbers and values as the protocol compiler prints them, one per line: read by no code of ours."""
    done = subprocess.run(["protoc", "--decode_raw"], input=data, capture_output=True, check=True, timeout=30)
    return [line.strip() for line in done.stdout.decode().splitlines()]
