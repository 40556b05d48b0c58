"""Messages of the contract in binary, read by the protocol compiler and not by code of ours."""

import subprocess

LENGTH_DELIMITED = 2


def encode_texts(fields):
    """A message of short text fields, by their numbers."""
    data = b""
    for number, text in fields.items():
        content = text.encode()
        assert number < 16 and len(content) < 128, "one byte each"
        data += bytes([number << 3 | LENGTH_DELIMITED, len(content)]) + content
    return data


def decode(data):
    """Field numbers and values as `protoc` prints them, one per line."""
    done = subprocess.run(["protoc", "--decode_raw"], input=data, capture_output=True, check=True, timeout=30)
    return [line.strip() for line in done.stdout.decode().splitlines()]
