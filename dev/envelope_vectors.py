"""The envelopes of Tests/Vectors/encryption.json: devices, rosters, what is sealed and what comes of opening it."""

import functools
import struct
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from harness import envelopes, wrapped_keys
from harness.certificates import SUITES, certificate, raw, spki
from harness.envelopes import (
    CHAT, COUNTER_MAX, EDIT, MESSAGE, REACTION, UNKNOWN, Device, Header, Ledger, Place, Recipient, State,
    sha256,
)
from harness.secure_format import Refused, extension, pad, vector
from seeded import bytes_from, ed25519, oaep_encrypt, rsa_private_key

CHAT_ID, OTHER_CHAT = 7_301_444_403_210_000, 7_301_444_403_210_001
SENT_AT, ISSUED_AT = 1_800_000_100_000, 1_800_000_000_000
ROSTER_VERSION = 5


@dataclass
class Owner:
    """A device with its private keys."""

    name: str
    user_id: int
    device_id: int
    identity: Ed25519PrivateKey
    signing: Ed25519PrivateKey
    encryption: RSAPrivateKey

    @functools.cached_property
    def device(self):
        return self.certified()

    def certified(self, identity=None, **said):
        keys = raw(self.signing), spki(self.encryption.public_key())
        fields = {"suite": SUITES[self.encryption.key_size], "issued_at": ISSUED_AT, **said}
        ids = fields.pop("user_id", self.user_id), fields.pop("device_id", self.device_id)
        told = fields.pop("signing_key", keys[0]), fields.pop("encryption_key", keys[1])
        return Device(
            self.user_id, self.device_id, *keys, certificate(identity or self.identity, *ids, *told, **fields))


def owner(name, user, number, bits):
    return Owner(
        f"{name} {number}", 7_301_444_403_200_000 + user, 7_301_444_403_200_000 + user + number, ed25519(name),
        ed25519(f"{name} {number}"), rsa_private_key(f"{name} {number}", bits))


ALICE, ALICE_TWO, BOB = OWNERS = (
    owner("alice", 0, 1, 2048), owner("alice", 0, 2, 3072), owner("bob", 100, 1, 2048))


def everything():
    return {
        "devices": list(devices()), "rosters": list(rosters()), "envelopes": list(sealings()),
        "openings": list(openings()), "counters": list(counters()),
        "states": list(states())}


def devices():
    for each in OWNERS:
        yield {
            "name": each.name, "identitySeed": each.identity.private_bytes_raw().hex(),
            "identityKey": raw(each.identity).hex(), "signingSeed": each.signing.private_bytes_raw().hex(),
            "suite": SUITES[each.encryption.key_size],
            "encryptionPrivateKey": wrapped_keys.encoded(each.encryption).hex(), **shown_device(each.device),
            "certificateHash": sha256(each.device.certificate).hex()}


def shown_device(device):
    return {
        "userId": str(device.user_id), "deviceId": str(device.device_id), "signingKey": device.signing_key.hex(),
        "encryptionKey": device.encryption_key.hex(), "certificate": device.certificate.hex()}


def rosters():
    for owners in ([ALICE], [ALICE, BOB], [BOB, ALICE_TWO, ALICE]):
        of = [each.device for each in owners]
        yield {
            "devices": [str(each.device_id) for each in of], "encoded": envelopes.roster_bytes(of).hex(),
            "hash": envelopes.roster_hash(of).hex()}


# Sealing


def header(name="a message", sender=ALICE, owners=(ALICE, BOB), **fields):
    right = {
        "chat_id": CHAT_ID, "client_id": bytes_from(f"client id of {name}", 16), "sender_id": sender.user_id,
        "sender_device_id": sender.device_id, "counter": 1, "roster_version": ROSTER_VERSION, "sent_at": SENT_AT,
        "kind": MESSAGE, "roster_hash": envelopes.roster_hash([each.device for each in owners])}
    return Header(**{**right, **fields})


def oaep_seed(name, device_id):
    return bytes_from(f"OAEP seed of {name} for {device_id}", 32)


def sealed(name="a message", content=b"Hello, Bob.", sender=ALICE, owners=(ALICE, BOB), *, change=None, **fields):
    """The right one; `change` makes another of what it is given: what is signed and wrapped is right for that."""
    content_key = bytes_from(f"content key of {name}", 32)
    padded = fields.pop("padded", None)
    said = header(name, sender, owners, **fields)
    made = envelopes.seal(said, content, sender.signing, [], content_key=content_key, padded=padded)
    return with_keys(change(made) if change else made, name, owners)


def with_keys(made, name, owners, secret=None):
    """Wrapped anew, for the header as it now is."""
    keys = {
        each.device_id: oaep_encrypt(
            secret or made.content_key, envelopes.wrap_label(made.header_hash, each.device_id),
            each.encryption.public_key(), oaep_seed(name, each.device_id))
        for each in owners}
    return replace(made, keys=keys)


def signed_again(made, sender=ALICE, **changes):
    made = replace(made, **changes)
    return replace(
        made, signature=sender.signing.sign(envelopes.signed_bytes(made.header.encoded(), made.ciphertext)))


MESSAGE_SEALED = sealed()


def sealings():
    three = BOB, ALICE_TWO, ALICE
    told = MESSAGE_SEALED.reference
    for name, content, sender, owners, fields in (
            ("a message", b"Hello, Bob.", ALICE, (ALICE, BOB), {}),
            ("an empty message", b"", ALICE, (ALICE, BOB), {"counter": 2}),
            ("an edit", b"Hello, Bob!", ALICE, (ALICE, BOB), {"counter": 3, "kind": EDIT, "refers_to": told}),
            ("a reaction", "\U0001f44b".encode(), BOB, (ALICE, BOB), {"kind": REACTION, "refers_to": told}),
            ("a chat's profile", b"Birds", ALICE, (ALICE, BOB), {"counter": 4, "kind": CHAT}),
            ("63 bytes for three devices", bytes_from("63", 63), ALICE_TWO, three, {}),
            ("64 bytes", bytes_from("64", 64), ALICE_TWO, three, {"counter": COUNTER_MAX}),
            ("1,000 bytes", bytes_from("1000", 1_000), ALICE, (ALICE,), {"counter": 7}),
            ("extensions that nobody knows", b"later", ALICE, (ALICE, BOB), {
                "counter": 8, "extensions": extension(1, b"head") + extension(0x7fff, b"")})):
        made = sealed(name, content, sender, owners, **fields)
        for each in owners:
            recipient = Recipient(each.device_id, each.encryption)
            opened = recipient.open(
                made.envelope, made.keys, place(made), sender.device, raw(sender.identity))
            assert opened.content == content
        yield shown_sealing(name, made, content, owners)


def shown_sealing(name, made, content, owners):
    said, encoded = made.header, made.header.encoded()
    key, nonce = envelopes.message_key(made.content_key, said.context)
    return {
        "name": name, "sender": str(said.sender_device_id), "chatId": str(said.chat_id),
        "clientId": said.client_id.hex(), "counter": str(said.counter), "rosterVersion": str(said.roster_version),
        "roster": [str(each.device_id) for each in owners], "sentAt": str(said.sent_at), "kind": said.kind,
        "refersTo": shown_reference(said.refers_to), "extensions": said.extensions.hex(), "content": content.hex(),
        "contentKey": made.content_key.hex(), "context": said.context.hex(), "key": key.hex(), "nonce": nonce.hex(),
        "commitment": said.commitment.hex(), "rosterHash": said.roster_hash.hex(), "header": encoded.hex(),
        "headerHash": made.header_hash.hex(), "padded": made.padded.hex(), "ciphertext": made.ciphertext.hex(),
        "ciphertextHash": sha256(made.ciphertext).hex(),
        "signed": envelopes.signed_bytes(encoded, made.ciphertext).hex(), "signature": made.signature.hex(),
        "envelope": made.envelope.hex(),
        "keys": [
            {"deviceId": str(device_id), "label": envelopes.wrap_label(made.header_hash, device_id).hex(),
             "seed": oaep_seed(name, device_id).hex(), "key": key.hex()} for device_id, key in made.keys.items()]}


def shown_reference(reference):
    return reference and {
        "authorId": str(reference.author_id), "clientId": reference.client_id.hex(),
        "headerHash": reference.header_hash.hex()}


# Opening


def place(made, **fields):
    said = made.header
    right = {
        "chat_id": said.chat_id, "client_id": said.client_id, "sender_id": said.sender_id,
        "sender_device_id": said.sender_device_id, "kind": said.kind, "target": said.refers_to}
    return Place(**{**right, **fields})


@dataclass
class Opening:
    """By Bob's device, of what Alice's first one has sent, unless something else is given."""

    name: str
    cause: str | None
    made: envelopes.Sealed = None
    envelope: bytes | None = None
    keys: dict | None = None
    place: Place | None = None
    sender: Device | None = ALICE.device
    identity_key: bytes | None = raw(ALICE.identity)
    ranges: tuple = ()
    # What the receiver knows of the devices.
    roster: tuple | None = None

    def shown(self):
        made = self.made or MESSAGE_SEALED
        envelope = made.envelope if self.envelope is None else self.envelope
        keys = made.keys if self.keys is None else self.keys
        where = self.place or place(made)
        recipient = Recipient(BOB.device_id, BOB.encryption)
        recipient.states[CHAT_ID] = State(1, {ALICE.device_id: Ledger(list(self.ranges))})
        if self.roster:
            recipient.rosters[CHAT_ID, ROSTER_VERSION] = [each.device for each in self.roster]
        told, cause = None, None
        try:
            opened = recipient.open(envelope, keys, where, self.sender, self.identity_key)
            told = {
                "content": opened.content.hex(), "headerHash": opened.header_hash.hex(),
                "missingCounters": str(opened.missing), "rosterDiffers": opened.roster_differs,
                "isTargetCompared": opened.is_target_compared}
        except Refused as refused:
            cause = str(refused)
        assert cause == self.cause, f"{self.name}: {cause} instead of {self.cause}"
        after = recipient.states[CHAT_ID].ledgers[ALICE.device_id].ranges
        return {
            "name": self.name, "recipient": str(BOB.device_id), "envelope": envelope.hex(),
            "keys": [{"deviceId": str(id), "key": key.hex()} for id, key in keys.items()], "place": shown_place(where),
            "sender": self.sender and shown_device(self.sender),
            "identityKey": self.identity_key and self.identity_key.hex(), "counters": shown_ranges(self.ranges),
            "roster": self.roster and [str(each.device_id) for each in self.roster], "cause": cause, "opened": told,
            "countersAfter": shown_ranges(after)}


def shown_place(where):
    target = "unknown" if where.target is UNKNOWN else shown_reference(where.target)
    return {
        "chatId": str(where.chat_id), "clientId": where.client_id and where.client_id.hex(),
        "senderId": str(where.sender_id),
        "senderDeviceId": None if where.sender_device_id is None else str(where.sender_device_id), "kind": where.kind,
        "target": target, "isCopy": where.is_copy}


def shown_ranges(ranges):
    return " ".join(f"{first}-{last}" for first, last in ranges)


def openings():
    for cases in (taken, badly_encoded, bad_headers, misplaced, badly_certified, badly_sealed, late, twice_wrong):
        for case in cases():
            yield case.shown()


def edit(**fields):
    return sealed("an edit", b"Hello, Bob!", **{"kind": EDIT, "refers_to": MESSAGE_SEALED.reference, **fields})


def taken():
    yield Opening("a message", None)
    yield Opening("with what is known of the roster", None, roster=(ALICE, BOB))
    yield Opening("with another roster than the receiver knows", None, roster=(ALICE, ALICE_TWO, BOB))
    others = envelopes.roster_hash([ALICE_TWO.device, BOB.device])
    yield Opening("by none of the roster", None, sealed(roster_hash=others), roster=(ALICE_TWO, BOB))
    yield Opening("an edit", None, edit())
    yield Opening("an edit of what is not there yet", None, edit(), place=place(edit(), target=UNKNOWN))
    copy = place(edit(counter=5), client_id=None, sender_device_id=None, is_copy=True)
    yield Opening("a copy of an edit that was seen", None, edit(counter=5), place=copy, ranges=((5, 5),))
    for name, counter, ranges in (
            ("the next counter", 8, ((1, 7),)), ("a counter further on", 10, ((1, 7),)),
            ("a counter in a gap", 4, ((1, 3), (5, 7))), ("the lowest counter", 1, ((3, 3), (7, 9))),
            ("the largest counter", COUNTER_MAX, ((1, 1),))):
        yield Opening(name, None, sealed(counter=counter), ranges=ranges)
    yield Opening("extensions that nobody knows", None, sealed(extensions=extension(0x7fff, b"?")))


def badly_encoded():
    right = MESSAGE_SEALED.envelope
    header_bytes = len(MESSAGE_SEALED.header.encoded())
    behind = right[header_bytes:]

    def with_header(**fields):
        return sealed(**fields).header.encoded() + behind

    head = right[:header_bytes - 2]
    reference = 1 + 2 + 8 + 16 + 5 * 8 + 1
    for name, envelope, problem in (
            ("nothing", b"", "truncated"), ("half a header", right[:60], "truncated"),
            ("without its signature", right[:-64], "truncated"), ("cut", right[:-1], "truncated"),
            ("longer", right + b"\0", "trailing_bytes"), ("another version", b"\2" + right[1:], "version"),
            ("another suite", right[:1] + b"\0\2" + right[3:], "suite"),
            ("a reference that is too long", right[:reference] + vector(1, bytes(57)) + right[reference + 1:],
             "length"),
            ("half a reference", right[:reference] + vector(1, bytes(55)) + right[reference + 1:], "truncated"),
            ("a ciphertext that is too short", right[:header_bytes] + vector(2, bytes(79)) + bytes(64), "length"),
            ("a ciphertext that is too long", right[:header_bytes] + vector(2, bytes(63_505)), "length"),
            ("half an extension", head + vector(2, b"\0\1\0") + behind, "truncated"),
            ("an extension that is too long", head + vector(2, extension(1, bytes(513))) + behind, "length"),
            ("extensions that are too long", head + vector(2, bytes(1025)) + behind, "length"),
            ("the same extension twice", with_header(extensions=extension(1, b"") * 2), "extension_order"),
            ("extensions in disorder", with_header(extensions=extension(2, b"") + extension(1, b"")),
             "extension_order")):
        yield Opening(name, f"envelope.{problem}", envelope=envelope)


def bad_headers():
    """All of them sealed and signed as they are."""
    told = MESSAGE_SEALED.reference
    for name, problem, fields in (
            ("an extension that must be known", "extension", {"extensions": extension(0x8000, b"")}),
            ("no kind", "kind", {"kind": 0}), ("a kind that has no content", "kind", {"kind": 4}),
            ("a kind that is not known", "kind", {"kind": 6}), ("counter 0", "counter", {"counter": 0}),
            ("a counter that is too large", "counter", {"counter": COUNTER_MAX + 1}),
            ("a message about another", "reference", {"refers_to": told}),
            ("a profile about a message", "reference", {"kind": CHAT, "refers_to": told}),
            ("an edit of nothing", "reference", {"kind": EDIT}),
            ("a reaction to nothing", "reference", {"kind": REACTION}),
            ("an edit of another's message", "author", {
                "kind": EDIT, "refers_to": replace(told, author_id=BOB.user_id)})):
        made = sealed(**fields)
        yield Opening(name, f"envelope.{problem}", made, place=place(made, kind=MESSAGE))


def misplaced():
    made = MESSAGE_SEALED
    for name, problem, fields in (
            ("in another chat", "chat", {"chat_id": OTHER_CHAT}),
            ("under another client id", "client_id", {"client_id": bytes(16)}),
            ("by another sender", "sender", {"sender_id": BOB.user_id}),
            ("by another device", "device", {"sender_device_id": ALICE_TWO.device_id})):
        yield Opening(name, f"place.{problem}", place=place(made, **fields))


def badly_certified():
    right = ALICE.device
    said = right.certificate[:-64]
    other = raw(BOB.signing)
    yield Opening("no certificate", "certificate.missing", sender=None)
    yield Opening("no identity key", "certificate.missing", identity_key=None)
    yield Opening("another identity key", "certificate.signature", identity_key=raw(BOB.identity))
    yield Opening("an identity key of small order", "certificate.signature", identity_key=bytes(32))
    for name, problem, sender in (
            ("half a certificate", "truncated", replace(right, certificate=said[:100])),
            ("a certificate that is longer", "trailing_bytes", replace(right, certificate=right.certificate + b"\0")),
            ("a certificate that is too long", "length", replace(right, certificate=right.certificate + bytes(2_000))),
            ("another version of the certificate", "version", ALICE.certified(version=2)),
            ("a suite that is not known", "suite", ALICE.certified(suite=3)),
            ("the suite of another size", "suite", ALICE.certified(suite=2)),
            ("a certificate's extensions in disorder", "extension_order", ALICE.certified(
                extensions=extension(2, b"") + extension(1, b""))),
            ("a certificate of another account", "user_id", ALICE.certified(user_id=BOB.user_id)),
            ("a certificate of another device", "device_id", ALICE.certified(device_id=ALICE_TWO.device_id)),
            ("a certificate of another signing key", "signing_key", ALICE.certified(signing_key=other)),
            ("a signing key of small order", "signing_key", replace(
                ALICE.certified(signing_key=bytes(32)), signing_key=bytes(32))),
            ("a certificate of another encryption key", "encryption_key", ALICE.certified(
                encryption_key=BOB.device.encryption_key)),
            ("an encryption key that is none", "suite", replace(
                ALICE.certified(encryption_key=b"key"), encryption_key=b"key")),
            ("a certificate's extension that must be known", "extension", ALICE.certified(
                extensions=extension(0x8000, b""))),
            ("a certificate by another account", "signature", ALICE.certified(BOB.identity)),
            ("a certificate whose signature was changed", "signature", replace(
                right, certificate=said + bytes(64)))):
        yield Opening(name, f"certificate.{problem}", sender=sender)


def badly_sealed():
    made = MESSAGE_SEALED
    right, header_bytes = made.envelope, len(made.header.encoded())

    def flipped(index):
        return right[:index] + bytes([right[index] ^ 1]) + right[index + 1:]

    for name, index in (
            ("another time", 66), ("another roster's version", 58), ("another roster's hash", 70),
            ("another commitment", 110), ("another byte of the ciphertext", header_bytes + 5),
            ("another signature", len(right) - 1)):
        yield Opening(name, "envelope.signature", envelope=flipped(index))
    yield Opening("signed by another", "envelope.signature", sealed(sender=ALICE, change=lambda made: signed_again(
        made, BOB)))
    yield Opening("signed under another label", "envelope.signature", replace(made, signature=ALICE.signing.sign(
        envelopes.signed_bytes(made.header.encoded(), made.ciphertext, "martlet envelope v2"))))
    yield Opening("no key", "key.missing", keys={ALICE.device_id: made.keys[ALICE.device_id]})
    yield Opening("another's key", "key.unwrap", keys={BOB.device_id: made.keys[ALICE.device_id]})
    yield Opening("no wrapped key at all", "key.unwrap", keys={BOB.device_id: b""})
    later = sealed("a later message", counter=2)
    yield Opening("the key of another message", "key.unwrap", keys=later.keys)
    for length in (31, 33):
        yield Opening(
            f"a content key of {length} bytes", "key.unwrap", with_keys(made, "a message", (BOB,), bytes(length)))
    yield Opening(
        "another content key", "envelope.commitment", with_keys(made, "a message", (BOB,), bytes(32)))
    yield Opening("another ciphertext", "envelope.ciphertext", sealed(change=lambda made: signed_again(
        made, ciphertext=made.ciphertext[:-1] + bytes([made.ciphertext[-1] ^ 1]))))
    yield Opening("the ciphertext of another message", "envelope.ciphertext", sealed(
        change=lambda made: signed_again(made, ciphertext=later.ciphertext)))
    for name, padded in (
            ("zeros alone", bytes(64)), ("no mark", b"a" * 64), ("another length", pad(b"Hello")[:64] + bytes(8))):
        yield Opening(f"a padding of {name}", "envelope.padding", sealed(padded=padded))


def late():
    """What is only found when everything is open. None of them is recorded."""
    yield Opening("a counter that was seen", "counter.replayed", ranges=((1, 1),))
    yield Opening("a counter within what was seen", "counter.replayed", sealed(counter=5), ranges=((2, 9),))
    gaps = tuple((2 * index + 3, 2 * index + 3) for index in range(1024))
    yield Opening("one gap too many", "counter.gaps", ranges=gaps)
    yield Opening("with another kind", "place.kind", place=place(MESSAGE_SEALED, kind=CHAT))
    told = MESSAGE_SEALED.reference
    for name, target in (
            ("about nothing", None), ("about a message by another", replace(told, author_id=BOB.user_id)),
            ("about another message", replace(told, client_id=bytes(16))),
            ("about a message that was sealed otherwise", replace(told, header_hash=bytes(32)))):
        yield Opening(name, "place.target", edit(), place=place(edit(), target=target))
    yield Opening("a message that the server says is about another", "place.target", place=place(
        MESSAGE_SEALED, target=told))
    yield Opening("a message that the server says is about one that is not there", "place.target", place=place(
        MESSAGE_SEALED, target=UNKNOWN))


def twice_wrong():
    """What comes first gives the cause."""
    right, header_bytes = MESSAGE_SEALED.envelope, len(MESSAGE_SEALED.header.encoded())
    cut = vector(2, extension(2, b"") + b"\0\1\0")
    critical = extension(0x8000, b"")
    yield Opening(
        "extensions in disorder, and the second one cut", "envelope.extension_order",
        envelope=right[:header_bytes - 2] + cut + right[header_bytes:])
    yield Opening(
        "another version, and cut", "envelope.version", envelope=b"\2" + right[1:50])
    yield Opening(
        "longer, with an extension that must be known", "envelope.trailing_bytes",
        envelope=sealed(extensions=critical).envelope + b"\0")
    for name, cause, fields in (
            ("an extension that must be known, and no kind", "envelope.extension", {"extensions": critical, "kind": 0}),
            ("no kind, and counter 0", "envelope.kind", {"kind": 0, "counter": 0}),
            ("counter 0, and an edit of nothing", "envelope.counter", {"kind": EDIT, "counter": 0})):
        made = sealed(**fields)
        yield Opening(name, cause, made, place=place(made, kind=MESSAGE))
    elsewhere = place(MESSAGE_SEALED, chat_id=OTHER_CHAT, sender_id=BOB.user_id)
    yield Opening(
        "in another chat, by another sender, without a certificate", "place.chat", place=elsewhere, sender=None)
    damaged = right[:-1] + bytes([right[-1] ^ 1])
    yield Opening("no certificate, and another signature", "certificate.missing", sender=None, envelope=damaged)
    small = replace(ALICE.certified(BOB.identity, signing_key=bytes(32), suite=2), signing_key=bytes(32))
    yield Opening(
        "a signing key of small order, of another suite, certified by another", "certificate.signing_key", sender=small)
    yield Opening(
        "of another suite, certified by another", "certificate.suite", sender=ALICE.certified(BOB.identity, suite=2))
    yield Opening("another signature, and no key", "envelope.signature", envelope=damaged, keys={})
    yield Opening("no key, and a counter that was seen", "key.missing", keys={}, ranges=((1, 1),))
    kind = place(MESSAGE_SEALED, kind=CHAT, target=MESSAGE_SEALED.reference)
    yield Opening("a counter that was seen, with another kind", "counter.replayed", place=kind, ranges=((1, 1),))
    yield Opening("with another kind, about another message", "place.kind", place=kind)


# What is kept


def states():
    """Of `CHAT_ID`."""
    device, other = ALICE.device_id, BOB.device_id
    full = State(COUNTER_MAX + 1, {device: Ledger([(1, COUNTER_MAX)]), other: Ledger([(1, 1), (3, 9)])})
    right = full.encoded(CHAT_ID)

    def ledger(id, *ranges):
        return struct.pack("!Q", id) + vector(2, b"".join(struct.pack("!QQ", *each) for each in ranges))

    def state(*ledgers, next_counter=1):
        return struct.pack("!BQQ", 1, CHAT_ID, next_counter) + vector(3, b"".join(ledgers))

    for name, data, cause in (
            ("nothing was seen", State().encoded(CHAT_ID), None), ("all counters are used", right, None),
            ("nothing", b"", "truncated"), ("cut", right[:-1], "truncated"),
            ("longer", right + b"\0", "trailing_bytes"),
            ("half a range", state(struct.pack("!Q", device) + vector(2, bytes(17))), "truncated"),
            ("a device without ranges", state(struct.pack("!Q", device) + vector(2, b"")), "length"),
            ("one range too many", state(ledger(device, *((2 * each, 2 * each) for each in range(1, 1026)))), "length"),
            ("another version", b"\2" + right[1:], "version"),
            ("of another chat", State().encoded(OTHER_CHAT), "chat"),
            ("no next counter", state(next_counter=0), "counters"),
            ("a next counter that is too large", state(next_counter=COUNTER_MAX + 2), "counters"),
            ("counter 0", state(ledger(device, (0, 1))), "counters"),
            ("a counter that is too large", state(ledger(device, (1, COUNTER_MAX + 1))), "counters"),
            ("a range backwards", state(ledger(device, (2, 1))), "counters"),
            ("ranges that touch", state(ledger(device, (1, 2), (3, 4))), "counters"),
            ("ranges that overlap", state(ledger(device, (1, 2), (2, 4))), "counters"),
            ("ranges in disorder", state(ledger(device, (5, 6), (1, 2))), "counters"),
            ("a device twice", state(ledger(device, (1, 2)), ledger(device, (4, 5))), "counters"),
            ("devices in disorder", state(ledger(other, (1, 2)), ledger(device, (1, 2))), "counters")):
        cause, told, found = cause and f"state.{cause}", None, None
        try:
            found = State.decoded(data, CHAT_ID)
        except Refused as refused:
            told = str(refused)
        assert told == cause, f"{name}: {told} instead of {cause}"
        yield {
            "name": name, "chatId": str(CHAT_ID), "state": data.hex(), "cause": cause,
            "nextCounter": found and str(found.next_counter),
            "devices": found and [
                {"deviceId": str(id), "counters": shown_ranges(ledger.ranges)} for id, ledger in found.ledgers.items()]}


def counters():
    full = [(2 * index + 1, 2 * index + 1) for index in range(1024)]
    for name, ranges, counter, cause in (
            ("the first", [], 1, None), ("the first is a later one", [], 9, None), ("the next", [(1, 4)], 5, None),
            ("one further on", [(1, 4)], 7, None), ("the one before", [(2, 4)], 1, None),
            ("what joins two", [(1, 4), (6, 9)], 5, None), ("the largest", [(1, 1)], COUNTER_MAX, None),
            ("the lowest that was seen", [(3, 9)], 3, "replayed"), ("the highest", [(3, 9)], 9, "replayed"),
            ("in between", [(1, 1), (3, 9)], 5, "replayed"), ("the last range", full[:-1], 2047, None),
            ("one range more", full, 2049, "gaps"), ("what joins two of all", full, 2, None),
            ("what is next to the last of all", full, 2048, None)):
        cause = cause and f"counter.{cause}"
        after, told = Ledger(ranges), None
        try:
            after = after.with_counter(counter)
        except Refused as refused:
            told = str(refused)
        assert told == cause, name
        yield {
            "name": name, "ranges": shown_ranges(ranges), "counter": str(counter), "cause": cause,
            "after": shown_ranges(after.ranges), "missing": str(after.missing)}
