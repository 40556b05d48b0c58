"""Sealed files, as docs/encryption.md lays them down."""

import hashlib
import os
import struct
from dataclasses import dataclass

from harness import secure_format
from harness.secure_format import PADDED_BYTES_MIN, TAG_BYTES, Reader, Refused, derive, open_sealed, padme

VERSION = 1
KEY_BYTES = 32
CHUNK_BYTES = 65_536
SIZE_MAX = 2 ** 34


@dataclass
class Secret:
    """What the message says of a file."""

    file_key: bytes
    size: int
    sha256: bytes
    version: int = VERSION

    def encoded(self):
        return struct.pack("!B", self.version) + self.file_key + struct.pack("!Q", self.size) + self.sha256

    @classmethod
    def decoded(cls, data):
        with secure_format.of("file"):
            reader = Reader(data)
            reader.version(VERSION)
            secret = cls(reader.take(KEY_BYTES), reader.number(8), reader.take(32))
            reader.finish()
            if secret.size > SIZE_MAX:
                raise Refused("too_large")
            return secret


def padded_size(size):
    return PADDED_BYTES_MIN if size < PADDED_BYTES_MIN else padme(size)


def chunk_count(padded):
    return -(-padded // CHUNK_BYTES)


def sealed_size(size):
    padded = padded_size(size)
    return padded + TAG_BYTES * chunk_count(padded)


def key_and_prefix(file_key):
    derived = derive(file_key, "martlet file v1", b"", 39)
    return derived[:32], derived[32:]


def nonce(prefix, index, is_last):
    return prefix + struct.pack("!IB", index, is_last)


def pieces(data, length):
    return [data[start:start + length] for start in range(0, len(data), length)]


def seal(content, *, file_key=None, padded=None):
    """What is uploaded, and the secret. Other padding than the right one is for tests."""
    file_key = file_key or os.urandom(KEY_BYTES)
    padded = content + bytes(padded_size(len(content)) - len(content)) if padded is None else padded
    key, prefix = key_and_prefix(file_key)
    chunks = pieces(padded, CHUNK_BYTES)
    uploaded = b"".join(
        secure_format.seal(key, nonce(prefix, index, index == len(chunks) - 1), chunk)
        for index, chunk in enumerate(chunks))
    return uploaded, Secret(file_key, len(content), hashlib.sha256(uploaded).digest())


def open(uploaded, secret):
    key, prefix = key_and_prefix(secret.file_key)
    padded_bytes = padded_size(secret.size)
    last = chunk_count(padded_bytes) - 1
    expected = pieces(uploaded[:sealed_size(secret.size)], CHUNK_BYTES + TAG_BYTES)
    whole = [CHUNK_BYTES] * last + [padded_bytes - CHUNK_BYTES * last]
    with secure_format.of("file"):
        padded = b"".join(
            open_sealed(key, nonce(prefix, index, index == last), chunk, b"", "chunk")
            for index, chunk in enumerate(expected) if len(chunk) == whole[index] + TAG_BYTES)
        if len(uploaded) != sealed_size(secret.size):
            raise Refused("length")
        if any(padded[secret.size:]):
            raise Refused("padding")
        if hashlib.sha256(uploaded).digest() != secret.sha256:
            raise Refused("hash")
    return padded[:secret.size]
