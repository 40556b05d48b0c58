"""Envelopes (`martlet.envelope.v1`) as docs/encryption.md lays them down, sealed and opened without any code of the
clients."""

import hashlib
import os
import struct
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from harness import secure_format
from harness.certificates import Claim, check, is_signed
from harness.secure_format import Extensions, Reader, Refused, derive, label, open_sealed, pad, unpad, vector

VERSION = 1
SUITE = 1
CHAT, MESSAGE, EDIT, REACTION = KINDS = 1, 2, 3, 5
KINDS_WITH_REFERENCE = EDIT, REACTION
REFERENCE_BYTES = 56
CIPHERTEXT_BYTES = range(80, 63_504 + 1)
CONTENT_BYTES_MAX = 63_487
CONTENT_KEY_BYTES = 32
COUNTER_MAX = 2 ** 53 - 1
DEVICES_MAX = 64
CLIENT_ID_BYTES = 16
RANGES_MAX = 1024
# Of all devices of a chat.
CHAT_RANGES_MAX = 262_144
STATE_VERSION = 1
LEDGERS_BYTES = range(6_815_744 + 1)
RANGES_BYTES = range(16, 16_384 + 1)


def sha256(data):
    return hashlib.sha256(data).digest()


# The roster


@dataclass(frozen=True)
class Device:
    """What the server says of a device."""

    user_id: int
    device_id: int
    signing_key: bytes
    encryption_key: bytes
    certificate: bytes

    def check(self, identity_key):
        claim = Claim(self.user_id, self.device_id, self.signing_key, self.encryption_key)
        with secure_format.of("certificate", extensions="extension"):
            check(self.certificate, claim, identity_key)


def checked_roster(devices, identity_keys):
    """The devices, certified by the identity keys of their accounts."""
    if len(devices) > DEVICES_MAX:
        raise Refused("roster.devices")
    if len({device.device_id for device in devices}) < len(devices):
        raise Refused("roster.duplicate")
    for device in devices:
        if device.user_id not in identity_keys:
            raise Refused("certificate.missing")
        device.check(identity_keys[device.user_id])
    return devices


def roster_bytes(devices):
    by_id = sorted(devices, key=lambda device: device.device_id)
    return label("martlet roster v1") + vector(
        2, b"".join(struct.pack("!Q", each.device_id) + sha256(each.certificate) for each in by_id))


def roster_hash(devices):
    return sha256(roster_bytes(devices))


# The header


@dataclass
class Reference:
    author_id: int
    client_id: bytes
    header_hash: bytes

    def encoded(self):
        return struct.pack("!Q", self.author_id) + self.client_id + self.header_hash


@dataclass
class Header:
    chat_id: int
    client_id: bytes
    sender_id: int
    sender_device_id: int
    counter: int
    roster_version: int
    sent_at: int
    kind: int
    roster_hash: bytes
    refers_to: Reference | None = None
    commitment: bytes = bytes(32)
    extensions: bytes = b""
    version: int = VERSION
    suite: int = SUITE

    def encoded(self):
        reference = self.refers_to.encoded() if self.refers_to else b""
        return (
            struct.pack("!BHQ", self.version, self.suite, self.chat_id) + self.client_id
            + struct.pack(
                "!QQQQQB", self.sender_id, self.sender_device_id, self.counter, self.roster_version, self.sent_at,
                self.kind)
            + vector(1, reference) + self.roster_hash + self.commitment + vector(2, self.extensions))

    @classmethod
    def read(cls, reader):
        reader.version(VERSION)
        if reader.number(2) != SUITE:
            raise Refused("suite")
        chat_id, client_id = reader.number(8), reader.take(16)
        numbers = [reader.number(8) for _ in range(5)]
        kind = reader.number(1)
        inside, refers_to = Reader(reader.vector(1, range(REFERENCE_BYTES + 1))), None
        if inside.data:
            refers_to = Reference(inside.number(8), inside.take(16), inside.take(32))
        roster_hash, commitment = reader.take(32), reader.take(32)
        return cls(chat_id, client_id, *numbers, kind, roster_hash, refers_to, commitment, Extensions.read(reader))

    @property
    def context(self):
        """Of what is derived from the content key."""
        return struct.pack("!Q", self.chat_id) + self.client_id + struct.pack("!Q", self.sender_device_id)

    def check(self):
        """What needs nothing but the header, extensions apart."""
        if self.kind not in KINDS:
            raise Refused("kind")
        if not 1 <= self.counter <= COUNTER_MAX:
            raise Refused("counter")
        if (self.refers_to is not None) != (self.kind in KINDS_WITH_REFERENCE):
            raise Refused("reference")
        if self.kind == EDIT and self.refers_to.author_id != self.sender_id:
            raise Refused("author")


# Sealing


def message_key(content_key, context):
    """The AES key and the nonce."""
    derived = derive(content_key, "martlet envelope v1 key", context, 44)
    return derived[:32], derived[32:]


def commitment(content_key, context):
    return derive(content_key, "martlet envelope v1 commitment", context, 32)


def signed_bytes(header, ciphertext, text="martlet envelope v1"):
    return label(text) + header + sha256(ciphertext)


def wrap_label(header_hash, device_id):
    return label("martlet envelope v1 wrap") + header_hash + struct.pack("!Q", device_id)


def oaep(oaep_label):
    return padding.OAEP(mgf=padding.MGF1(algorithm=SHA256()), algorithm=SHA256(), label=oaep_label)


def wrap(content_key, device, header_hash):
    wrapping_key = load_der_public_key(device.encryption_key)
    return wrapping_key.encrypt(content_key, oaep(wrap_label(header_hash, device.device_id)))


def check_draft(header, content, devices, *, is_sealed_again, next_counter):
    """Whether the device of the header may seal this for these devices. The counter is that of the first sealing when
    it is sealed again."""
    if header.sender_device_id not in [device.device_id for device in devices]:
        raise Refused("roster.own_device")
    if not is_sealed_again and header.counter > COUNTER_MAX:
        raise Refused("counter.exhausted")
    with secure_format.of("envelope"):
        if is_sealed_again and header.counter >= next_counter:
            raise Refused("counter")
        header.check()
        if len(content) > CONTENT_BYTES_MAX or len(header.client_id) != CLIENT_ID_BYTES:
            raise Refused("length")


@dataclass
class Sealed:
    """An envelope with all that it was made of."""

    header: Header
    content_key: bytes
    padded: bytes
    ciphertext: bytes
    signature: bytes
    # By device id.
    keys: dict[int, bytes]

    @property
    def header_hash(self):
        return sha256(self.header.encoded())

    @property
    def envelope(self):
        return self.header.encoded() + vector(2, self.ciphertext) + self.signature

    @property
    def reference(self):
        return Reference(self.header.sender_id, self.header.client_id, self.header_hash)


def seal(header, content, signing_key, devices, *, content_key=None, padded=None):
    """For these devices, whose certificates the caller has checked; the header's commitment is put in. Other padding
    than the right one is for tests."""
    content_key = content_key or os.urandom(CONTENT_KEY_BYTES)
    header = replace(header, commitment=commitment(content_key, header.context))
    padded = pad(content) if padded is None else padded
    encoded = header.encoded()
    ciphertext = secure_format.seal(*message_key(content_key, header.context), padded, encoded)
    signature = signing_key.sign(signed_bytes(encoded, ciphertext))
    keys = {each.device_id: wrap(content_key, each, sha256(encoded)) for each in devices}
    return Sealed(header, content_key, padded, ciphertext, signature, keys)


# Opening


@dataclass
class Place:
    """What the server says of an entry; of a copy it names no client id and no device. `target` is None, a reference,
    or UNKNOWN when that message is not there."""

    chat_id: int
    client_id: bytes | None
    sender_id: int
    sender_device_id: int | None
    kind: int
    target: object = None
    is_copy: bool = False


UNKNOWN = object()


@dataclass
class Ledger:
    """The counters of one device in one chat, as ranges that do not touch."""

    ranges: list[tuple[int, int]] = field(default_factory=list)

    def with_counter(self, counter):
        """The ledger with it, or `Refused`."""
        if any(first <= counter <= last for first, last in self.ranges):
            raise Refused("counter.replayed")
        joined = []
        for first, last in sorted([*self.ranges, (counter, counter)]):
            if joined and joined[-1][1] + 1 == first:
                first = joined.pop()[0]
            joined.append((first, last))
        if len(joined) > RANGES_MAX:
            raise Refused("counter.gaps")
        return Ledger(joined)

    @property
    def missing(self):
        """How many are between the lowest and the highest."""
        return sum(later[0] - earlier[1] - 1 for earlier, later in zip(self.ranges, self.ranges[1:]))


@dataclass
class State:
    """What a device keeps of a chat."""

    next_counter: int = 1
    # By device.
    ledgers: dict[int, Ledger] = field(default_factory=dict)

    def encoded(self, chat_id):
        ledgers = b"".join(
            struct.pack("!Q", device) + vector(2, b"".join(struct.pack("!QQ", *ends) for ends in ledger.ranges))
            for device, ledger in sorted(self.ledgers.items()))
        return struct.pack("!BQQ", STATE_VERSION, chat_id, self.next_counter) + vector(3, ledgers)

    @classmethod
    def decoded(cls, data, chat_id):
        with secure_format.of("state"):
            reader = Reader(data)
            reader.version(STATE_VERSION)
            found, next_counter = reader.number(8), reader.number(8)
            inside, ledgers = Reader(reader.vector(3, LEDGERS_BYTES)), []
            while inside.data:
                device, ends, ranges = inside.number(8), Reader(inside.vector(2, RANGES_BYTES)), []
                while ends.data:
                    ranges.append((ends.number(8), ends.number(8)))
                ledgers.append((device, ranges))
            reader.finish()
            if found != chat_id:
                raise Refused("chat")
            devices = [device for device, _ in ledgers]
            if not (1 <= next_counter <= COUNTER_MAX + 1 and devices == sorted(set(devices))
                    and all(are_of_a_ledger(ranges) for _, ranges in ledgers)
                    and sum(len(ranges) for _, ranges in ledgers) <= CHAT_RANGES_MAX):
                raise Refused("counters")
        return cls(next_counter, {device: Ledger(ranges) for device, ranges in ledgers})


def are_of_a_ledger(ranges):
    return (
        all(1 <= first <= last <= COUNTER_MAX for first, last in ranges)
        and all(one[1] + 1 < other[0] for one, other in zip(ranges, ranges[1:])))


@dataclass
class Opened:
    header: Header
    header_hash: bytes
    content: bytes
    missing: int
    # None when the receiver does not know that version of the roster.
    roster_differs: bool | None
    is_target_compared: bool


@dataclass
class Recipient:
    """A device with its private key and what it remembers."""

    device_id: int
    unwrapping_key: object
    # By chat.
    states: dict[int, State] = field(default_factory=dict)
    # The devices that the receiver knows, by chat and version of the roster.
    rosters: dict[tuple[int, int], list[Device]] = field(default_factory=dict)

    def open(self, envelope, keys, place, sender, identity_key):
        """`sender` is the device as the server lists it, or None; `keys` are by device id. Raises `Refused` with the
        cause."""
        with secure_format.of("envelope"):
            header, encoded, ciphertext, signature = parts(envelope)
            if header.extensions.is_any_critical:
                raise Refused("extension")
            header.check()
        check_place(header, place)
        if sender is None or identity_key is None:
            raise Refused("certificate.missing")
        replace(sender, user_id=header.sender_id, device_id=header.sender_device_id).check(identity_key)
        if not is_signed(signed_bytes(encoded, ciphertext), signature, sender.signing_key):
            raise Refused("envelope.signature")
        content_key = self.content_key(keys, sha256(encoded))
        if commitment(content_key, header.context) != header.commitment:
            raise Refused("envelope.commitment")
        padded = open_sealed(
            *message_key(content_key, header.context), ciphertext, encoded, "envelope.ciphertext")
        with secure_format.of("envelope"):
            content = unpad(padded)
        ledger = self.ledger(header) if place.is_copy else self.recorded(header)
        is_target_compared = check_target(header, place)
        if not place.is_copy:
            self.keep(ledger, header)
        return Opened(
            header, sha256(encoded), content, ledger.missing, self.roster_differs(header), is_target_compared)

    def roster_differs(self, header):
        known = self.rosters.get((header.chat_id, header.roster_version))
        if known is None:
            return None
        sender = header.sender_id, header.sender_device_id
        return roster_hash(known) != header.roster_hash or sender not in [
            (device.user_id, device.device_id) for device in known]

    def state(self, header):
        return self.states.get(header.chat_id, State())

    def ledger(self, header):
        return self.state(header).ledgers.get(header.sender_device_id, Ledger())

    def recorded(self, header):
        """The ledger with the counter, or `Refused`."""
        before = self.ledger(header)
        after = before.with_counter(header.counter)
        others = sum(len(ledger.ranges) for ledger in self.state(header).ledgers.values()) - len(before.ranges)
        if others + len(after.ranges) > CHAT_RANGES_MAX:
            raise Refused("counter.gaps")
        return after

    def keep(self, ledger, header):
        state = self.states.setdefault(header.chat_id, State())
        state.ledgers[header.sender_device_id] = ledger
        if header.sender_device_id == self.device_id:
            state.next_counter = max(state.next_counter, header.counter + 1)

    def content_key(self, keys, header_hash):
        if self.device_id not in keys:
            raise Refused("key.missing")
        try:
            key = self.unwrapping_key.decrypt(keys[self.device_id], oaep(wrap_label(header_hash, self.device_id)))
        except ValueError:
            raise Refused("key.unwrap") from None
        if len(key) != CONTENT_KEY_BYTES:
            raise Refused("key.unwrap")
        return key


def parts(envelope):
    """The header, its bytes, the ciphertext and the signature."""
    reader = Reader(envelope)
    header = Header.read(reader)
    encoded = envelope[:len(envelope) - len(reader.data)]
    ciphertext, signature = reader.vector(2, CIPHERTEXT_BYTES), reader.take(64)
    reader.finish()
    return header, encoded, ciphertext, signature


def check_place(header, place):
    for problem, said, found in (
            ("chat", place.chat_id, header.chat_id), ("client_id", place.client_id, header.client_id),
            ("sender", place.sender_id, header.sender_id),
            ("device", place.sender_device_id, header.sender_device_id)):
        if said not in (found, None):
            raise Refused(f"place.{problem}")


def check_target(header, place):
    """Whether the reference could be compared."""
    if header.kind != place.kind:
        raise Refused("place.kind")
    if place.target is UNKNOWN and header.refers_to:
        return False
    if header.refers_to != place.target:
        raise Refused("place.target")
    return True
