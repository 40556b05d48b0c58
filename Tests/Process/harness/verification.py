"""The numbers and codes by which people compare identity keys, as docs/encryption.md lays them down."""

import hashlib
import struct
from dataclasses import dataclass

from harness import secure_format
from harness.secure_format import Refused, label

VERSION = 1
ROUNDS = 5200
NUMBERS = 6
NUMBER_BYTES = 5
CODE_BYTES = 81


@dataclass
class Party:
    user_id: int
    identity_key: bytes

    def encoded(self):
        return struct.pack("!Q", self.user_id) + self.identity_key

    @property
    def digest(self):
        digest = hashlib.sha256(label("martlet safety number v1") + self.encoded()).digest()
        for _ in range(ROUNDS):
            digest = hashlib.sha256(digest + self.identity_key).digest()
        return digest

    @property
    def digits(self):
        digest = self.digest
        numbers = [
            int.from_bytes(digest[start:start + NUMBER_BYTES], "big") % 100_000
            for start in range(0, NUMBERS * NUMBER_BYTES, NUMBER_BYTES)]
        return "".join(f"{number:05}" for number in numbers)


def ordered(one, other):
    return sorted([one, other], key=lambda party: party.user_id)


def safety_number(one, other):
    return "".join(party.digits for party in ordered(one, other))


def safety_code(one, other):
    return struct.pack("!B", VERSION) + b"".join(party.encoded() for party in ordered(one, other))


def compare(scanned, own):
    """Raises `Refused` unless the code that was scanned is the own one."""
    with secure_format.of("safety_code"):
        if len(scanned) != CODE_BYTES:
            raise Refused("length")
        if scanned[0] != VERSION:
            raise Refused("version")
        if any(scanned[start:start + 8] != own[start:start + 8] for start in (1, 41)):
            raise Refused("parties")
        if scanned != own:
            raise Refused("key")
