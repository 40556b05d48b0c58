"""The recovery key and the backup under it, as docs/encryption.md lays them down."""

import base64
import hashlib
import os
import struct
from dataclasses import dataclass

from harness import secure_format, wrapped_keys
from harness.secure_format import NONCE_BYTES, Reader, Refused, derive, label, open_sealed, pad, unpad, vector

VERSION = 1
KEY_BYTES = 32
CHECKSUM_BYTES = 3
LETTERS = 56
GROUP_LETTERS = 4
ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
IDENTITY_KEY_BYTES = range(1, 4128 + 1)
CONTENTS_BYTES = range(80, 507_920 + 1)
CONTENTS_BYTES_MAX = 507_903


# The recovery key as text


def checksum(key):
    return hashlib.sha256(label("martlet recovery key v1") + key).digest()[:CHECKSUM_BYTES]


def text(key):
    letters = base64.b32encode(key + checksum(key)).decode()
    return "-".join(letters[start:start + GROUP_LETTERS] for start in range(0, LETTERS, GROUP_LETTERS))


def key_from(text):
    letters = text.encode().replace(b" ", b"").replace(b"-", b"").upper()
    with secure_format.of("recovery_key"):
        if len(letters) != LETTERS:
            raise Refused("length")
        letters = letters.translate(bytes.maketrans(b"018", b"OIB"))
        if any(letter not in ALPHABET for letter in letters):
            raise Refused("letter")
        decoded = base64.b32decode(letters)
        key = decoded[:KEY_BYTES]
        if decoded[KEY_BYTES:] != checksum(key):
            raise Refused("checksum")
        return key


# The backup


def keys(recovery_key, user_id):
    """What wraps the identity key, and what seals the contents."""
    context = struct.pack("!Q", user_id)
    return (
        derive(recovery_key, "martlet backup v1 identity key", context, 32),
        derive(recovery_key, "martlet backup v1 contents", context, 32))


@dataclass
class Header:
    user_id: int
    counter: int
    made_at: int
    identity_key: bytes
    nonce: bytes
    version: int = VERSION

    def encoded(self):
        return (
            struct.pack("!BQQQ", self.version, self.user_id, self.counter, self.made_at)
            + vector(2, self.identity_key) + self.nonce)

    @classmethod
    def read(cls, reader):
        reader.version(VERSION)
        return cls(
            reader.number(8), reader.number(8), reader.number(8), reader.vector(2, IDENTITY_KEY_BYTES),
            reader.take(NONCE_BYTES))

    @property
    def place(self):
        return label("martlet backup v1") + self.encoded()


@dataclass
class Backup:
    header: Header
    identity_key: object
    contents: bytes


def seal(recovery_key, user_id, counter, made_at, identity_key, contents, *, nonces=None, padded=None, wrapped=None):
    """`nonces` are that of the identity key and that of the contents; other padding and another wrapped key than the
    right ones are for tests."""
    nonces = nonces or (os.urandom(NONCE_BYTES), os.urandom(NONCE_BYTES))
    wrapping_key, contents_key = keys(recovery_key, user_id)
    wrapped = wrapped or wrapped_keys.seal(
        identity_key, wrapping_key, wrapped_keys.IDENTITY, user_id, 0, nonce=nonces[0])
    header = Header(user_id, counter, made_at, wrapped, nonces[1])
    padded = pad(contents) if padded is None else padded
    return header.encoded() + vector(3, secure_format.seal(contents_key, nonces[1], padded, header.place))


def open(data, recovery_key, user_id, counter_seen=0):
    """Of this account, and no older than one that was seen."""
    with secure_format.of("backup"):
        reader = Reader(data)
        header = Header.read(reader)
        sealed = reader.vector(3, CONTENTS_BYTES)
        reader.finish()
        if header.user_id != user_id:
            raise Refused("user_id")
        if header.counter < counter_seen:
            raise Refused("counter")
        wrapping_key, contents_key = keys(recovery_key, user_id)
        contents = unpad(open_sealed(contents_key, header.nonce, sealed, header.place, "contents"))
    identity_key = wrapped_keys.open(header.identity_key, wrapping_key, wrapped_keys.IDENTITY, user_id, 0)
    return Backup(header, identity_key, contents)
