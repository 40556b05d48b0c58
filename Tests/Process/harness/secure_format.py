"""What the formats of docs/encryption.md have in common: the encoding, derived secrets and padding."""

import contextlib
import re
import struct
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

EXTENSIONS_BYTES_MAX = 1024
EXTENSION_BYTES_MAX = 512
FIRST_CRITICAL_EXTENSION = 0x8000
NONCE_BYTES = 12
TAG_BYTES = 16
PADDED_BYTES_MIN = 64


class Refused(Exception):
    """Its text is the reason, as in Tests/Vectors."""


@contextlib.contextmanager
def of(noun, **problems):
    """What is refused inside is this noun's: `trailingBytes` becomes `envelope.trailing_bytes`, and what is given by
    name what it is called here."""
    try:
        yield
    except Refused as refused:
        reason = str(refused)
        problem = problems.get(reason) or re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), reason)
        raise Refused(f"{noun}.{problem}") from refused


# Writing


def vector(width, data):
    return len(data).to_bytes(width, "big") + data


def label(text):
    """What stands in front of all that is signed, hashed or authenticated."""
    return vector(1, text.encode("ascii"))


def extension(type, data):
    return struct.pack("!H", type) + vector(2, data)


# Reading


class Reader:
    def __init__(self, data):
        self.data = data

    def take(self, count):
        if count > len(self.data):
            raise Refused("truncated")
        taken, self.data = self.data[:count], self.data[count:]
        return taken

    def number(self, width):
        return int.from_bytes(self.take(width), "big")

    def vector(self, width, lengths):
        length = self.number(width)
        if length not in lengths:
            raise Refused("length")
        return self.take(length)

    def version(self, known):
        if self.number(1) != known:
            raise Refused("version")

    def finish(self):
        if self.data:
            raise Refused("trailingBytes")


@dataclass
class Extensions:
    types: list[int]
    encoded: bytes

    @classmethod
    def read(cls, reader):
        encoded = reader.vector(2, range(EXTENSIONS_BYTES_MAX + 1))
        types, inside = [], Reader(encoded)
        while inside.data:
            type = inside.number(2)
            if types and types[-1] >= type:
                raise Refused("extensionOrder")
            types.append(type)
            inside.vector(2, range(EXTENSION_BYTES_MAX + 1))
        return cls(types, encoded)

    @property
    def is_any_critical(self):
        return any(type >= FIRST_CRITICAL_EXTENSION for type in self.types)


# Secrets


def key_info(text, context=b""):
    return label(text) + vector(1, context)


def derive(secret, text, context, count):
    return HKDF(SHA256(), count, salt=None, info=key_info(text, context)).derive(secret)


def seal(key, nonce, plaintext, authenticated=b""):
    return AESGCM(key).encrypt(nonce, plaintext, authenticated)


def open_sealed(key, nonce, sealed, authenticated, reason):
    """Raises `Refused` with this reason unless all is as it was sealed."""
    if len(sealed) < TAG_BYTES:
        raise Refused(reason)
    try:
        return AESGCM(key).decrypt(nonce, sealed, authenticated)
    except InvalidTag:
        raise Refused(reason) from None


# Padding


def padme(count):
    """Of two bytes or more."""
    exponent = count.bit_length() - 1
    digits = exponent.bit_length()
    mask = (1 << exponent - digits) - 1
    return (count + mask) & ~mask


def padded_count(count):
    return PADDED_BYTES_MIN if count < PADDED_BYTES_MIN else padme(count + 1)


def pad(content):
    return content + b"\x80" + bytes(padded_count(len(content)) - len(content) - 1)


def unpad(padded):
    content = padded.rstrip(b"\0")
    if content[-1:] != b"\x80" or padded_count(len(content) - 1) != len(padded):
        raise Refused("padding")
    return content[:-1]
