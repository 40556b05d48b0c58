"""What stands in Tests/Vectors/encryption.json: each format of docs/encryption.md with its intermediate values, and
what must be refused with its cause. The tests' own implementation makes it, and reads it again as it is made."""

from itertools import count

import envelope_vectors
from harness import ed25519, files, passwords, recovery, rows, verification, wrapped_keys
from harness.certificates import raw
from harness.secure_format import Refused, derive, key_info, label, pad, padded_count, unpad, vector
from seeded import bytes_from, rsa_private_key
from seeded import ed25519 as ed25519_key

ABOUT = [
    "Written by dev/write-vectors.py. Each list is for the section of docs/encryption.md that has its name.",
    "Bytes are hexadecimal. Identifiers, counters, versions and times are decimal in strings.",
    "Where there is a cause, it is the one that is given; where it is null, nothing is refused.",
    "Seeds are private keys of Ed25519 (RFC 8032 §5.1.5), those of RSA stand in PKCS#8.",
    "Byte i of a file is i modulo 251.",
    "Ranges of counters are first-last, with spaces between them.",
    "An opening is by the device `recipient`: what the server gave it, what it knew, and what came of it.",
]
USER, DEVICE, MADE_AT = 7_301_444_403_200_000, 7_301_444_403_200_001, 1_800_000_000_000


def everything():
    return {
        "about": ABOUT, "derivations": list(derivations()), "paddedCounts": list(padded_counts()),
        "paddings": list(paddings()), "publicKeys": list(public_keys()), **envelope_vectors.everything(),
        "passwords": list(password_keys()), "wrappedKeys": list(keys_at_rest()), "rows": list(sealed_rows()),
        "files": list(sealed_files()), "recoveryKeys": list(recovery_keys()), "backups": list(backups()),
        "safetyNumbers": list(safety_numbers()), "safetyCodes": list(safety_codes()),
    }


def cause_of(cause, function, *arguments, **named):
    """What the function gives; it must be refused for this cause, or for none."""
    try:
        result = function(*arguments, **named)
    except Refused as refused:
        assert str(refused) == cause, f"{refused} instead of {cause}"
        return None
    assert cause is None, f"taken, instead of {cause}"
    return result


def changed(data, index, bit=1):
    """With one bit flipped; a negative index is from the end."""
    data = bytearray(data)
    data[index] ^= bit
    return bytes(data)


# Secrets and padding


def derivations():
    for text, context, length in (
            ("martlet envelope v1 key", bytes(range(32)), 44), ("martlet envelope v1 commitment", bytes(32), 32),
            ("martlet file v1", b"", 39), ("x", bytes(range(255)), 1), ("y" * 255, b"", 100)):
        secret = bytes_from(f"secret {text}", 32)
        yield {
            "secret": secret.hex(), "label": text, "context": context.hex(), "count": length,
            "info": key_info(text, context).hex(), "derived": derive(secret, text, context, length).hex()}


def padded_counts():
    edges = {count for power in range(6, 19) for count in (2 ** power - 2, 2 ** power - 1, 2 ** power, 2 ** power + 1)}
    for length in sorted({0, 1, 100, 1_000, 10_000, 63_487, 507_903} | edges):
        yield {"count": length, "padded": padded_count(length)}


def paddings():
    for content in (b"", b"a", b"\x80", b"\0", b"\x80\0\0", bytes_from("63", 63), bytes_from("64", 64), bytes(100)):
        assert unpad(pad(content)) == content
        yield {"name": f"{len(content)} bytes", "content": content.hex(), "padded": pad(content).hex(), "cause": None}
    for name, padded in {
            "nothing": b"", "zeros alone": bytes(64), "no mark": b"a" * 64, "another mark": b"a\x81" + bytes(62),
            "something behind the mark": b"a\x80" + bytes(61) + b"\1", "one byte too few": b"a\x80" + bytes(61),
            "one byte too many": b"a\x80" + bytes(63), "the next length": b"a\x80" + bytes(70),
            "the length before": b"a" * 63 + b"\x80" + bytes(8), "the mark alone": b"\x80",
            "no Padmé": bytes(69) + b"\x80"}.items():
        cause_of("padding", unpad, padded)
        yield {"name": name, "content": None, "padded": padded.hex(), "cause": "envelope.padding"}


def public_keys():
    prime = ed25519.PRIME
    for name, y, sign, is_acceptable in (
            ("a key", int.from_bytes(raw(ed25519_key("identity")), "little"), 0, True),
            ("the neutral one", 1, 0, False), ("the neutral one with a sign", 1, 1, False),
            ("of order two", prime - 1, 0, False),
            ("of order two with a sign", prime - 1, 1, False), ("of order four", 0, 0, False),
            ("of order four, the other one", 0, 1, False), ("of order eight", ed25519.ORDER_EIGHT_Y, 0, False),
            ("of order eight, the second", ed25519.ORDER_EIGHT_Y, 1, False),
            ("of order eight, the third", prime - ed25519.ORDER_EIGHT_Y, 0, False),
            ("of order eight, the fourth", prime - ed25519.ORDER_EIGHT_Y, 1, False),
            ("the prime", prime, 0, False), ("the prime with a sign", prime, 1, False),
            ("the prime and one", prime + 1, 0, False), ("the prime and three", prime + 3, 0, False),
            ("the largest number", 2 ** 255 - 1, 1, False)):
        key = (y | sign << 255).to_bytes(32, "little")
        assert ed25519.is_acceptable(key) == is_acceptable, name
        yield {"name": name, "key": key.hex(), "isAcceptable": is_acceptable}


# Passwords


def password_keys():
    salt = bytes_from("salt", 16)
    for password, salt, iterations, cause in (
            ("correct horse battery staple", salt, 600_000, None),
            ("cafe\u0301 \U0001f426", bytes_from("long salt", 64), 600_001, None),
            ("", salt, 600_000, None),
            ("x", salt[:15], 600_000, "password.salt"), ("x", bytes(65), 600_000, "password.salt"),
            ("x", salt, 599_999, "password.iterations"), ("x", salt, 10_000_001, "password.iterations"),
            ("x", salt, 0, "password.iterations"), ("x", b"", 1, "password.salt")):
        stretched = cause_of(cause, passwords.stretch, password, salt, iterations)
        yield {
            "password": password, "composed": passwords.composed(password).hex(), "salt": salt.hex(),
            "iterations": iterations, "cause": cause,
            **({} if cause else {
                "stretch": stretched.hex(), "authentication": passwords.authentication(stretched),
                "kek": passwords.key_encryption_key(stretched).hex()})}


# Private keys at rest


def keys_at_rest():
    kek, nonce = bytes_from("kek", 32), bytes_from("wrapped nonce", 12)
    private_keys = {
        wrapped_keys.SIGNING: ed25519_key("signing"), wrapped_keys.ENCRYPTION: rsa_private_key("alice 1", 2048),
        wrapped_keys.IDENTITY: ed25519_key("identity"), wrapped_keys.STORAGE: bytes_from("storage", 32)}

    def case(name, data, purpose, cause, key=None, *, device=DEVICE, user=USER, kek=kek):
        device = 0 if purpose == wrapped_keys.IDENTITY else device
        found = cause_of(cause, wrapped_keys.open, data, kek, purpose, user, device)
        inside = wrapped_keys.encoded(found).hex() if found else None
        assert key is None or inside == wrapped_keys.encoded(key).hex()
        return {
            "name": name, "kek": kek.hex(), "purpose": purpose, "userId": str(user), "deviceId": str(device),
            "place": wrapped_keys.place(purpose, user, device).hex(), "nonce": nonce.hex(),
            "key": inside, "wrapped": data.hex(), "cause": cause}

    def wrapped(purpose, key=None, **fields):
        device = 0 if purpose == wrapped_keys.IDENTITY else DEVICE
        return wrapped_keys.seal(key or private_keys[purpose], kek, purpose, USER, device, nonce=nonce, **fields)

    for purpose, name in enumerate(("a signing key", "an encryption key", "an identity key", "a storage key"), 1):
        yield case(name, wrapped(purpose), purpose, None, private_keys[purpose])
    right = wrapped(wrapped_keys.SIGNING)
    for name, data, cause in (
            ("nothing", b"", "truncated"), ("cut", right[:-1], "truncated"),
            ("longer", right + b"\0", "trailing_bytes"),
            ("a sealed key that is too short", right[:30] + vector(2, bytes(16)), "length"),
            ("a sealed key that is too long", right[:30] + vector(2, bytes(4097)), "length"),
            ("another version", changed(right, 0), "version"), ("no purpose", right[:1] + b"\0" + right[2:], "purpose"),
            ("a purpose that is not known", right[:1] + b"\5" + right[2:], "purpose"),
            ("a key for another purpose", wrapped(wrapped_keys.STORAGE), "purpose"),
            ("of another account", changed(right, 9), "user_id"),
            ("of another device", changed(right, 17), "device_id"),
            ("another nonce", changed(right, 18), "key"), ("another byte", changed(right, 40), "key"),
            ("another tag", changed(right, -1), "key"),
            ("longer, for another purpose", changed(right, 1, 8) + b"\0", "trailing_bytes"),
            ("for another purpose, of another account", changed(changed(right, 1, 8), 9), "purpose"),
            ("no PKCS#8", wrapped(wrapped_keys.SIGNING, b"no key"), "key"),
            ("a key of another kind", wrapped(wrapped_keys.SIGNING, rsa_private_key("alice 1", 2048)), "key")):
        yield case(name, data, wrapped_keys.SIGNING, f"wrapped_key.{cause}")
    storage = wrapped(wrapped_keys.STORAGE, b"k" * 31)
    yield case("a storage key that is too short", storage, wrapped_keys.STORAGE, "wrapped_key.key")
    encryption = wrapped(wrapped_keys.ENCRYPTION, ed25519_key("signing"))
    yield case("no RSA key", encryption, wrapped_keys.ENCRYPTION, "wrapped_key.key")
    yield case("another key to open it", right, wrapped_keys.SIGNING, "wrapped_key.key", kek=bytes(32))
    yield case("held against another account", right, wrapped_keys.SIGNING, "wrapped_key.user_id", user=USER + 1)


# Local history


def sealed_rows():
    key, nonce = bytes_from("storage", 32), bytes_from("row nonce", 12)

    def case(name, data, cause=None, place=b"message 7", key=key):
        row = cause_of(cause, rows.open, data, key, place)
        return {
            "name": name, "storageKey": key.hex(), "place": place.hex(), "nonce": nonce.hex(),
            "authenticated": rows.authenticated(place).hex(), "row": row.hex() if row is not None else None,
            "sealed": data.hex(), "cause": cause}

    right = rows.seal(b"what was said", key, b"message 7", nonce=nonce)
    yield case("a row", right)
    yield case("an empty row", rows.seal(b"", key, b"p" * 255, nonce=nonce), place=b"p" * 255)
    for name, data, problem in (
            ("nothing", b"", "truncated"), ("cut", right[:-1], "truncated"),
            ("longer", right + b"\0", "trailing_bytes"),
            ("too short to be sealed", right[:13] + vector(3, bytes(15)), "length"),
            ("another version", changed(right, 0), "version"), ("another nonce", changed(right, 1), "sealed"),
            ("another byte", changed(right, 16), "sealed"), ("another tag", changed(right, -1), "sealed")):
        yield case(name, data, f"row.{problem}")
    yield case("in another place", right, "row.sealed", b"message 8")
    yield case("under another key", right, "row.sealed", key=bytes(32))


# Files


def file_bytes(size):
    return bytes(range(251)) * (size // 251) + bytes(range(size % 251))


def sealed_files():
    """Those that are larger stand here by their hashes."""
    for size in (0, 1, 63, 64, 65, 1_000, 65_535, 65_536, 65_537, 131_072, 200_000):
        content, file_key = file_bytes(size), bytes_from(f"file {size}", 32)
        uploaded, secret = files.seal(content, file_key=file_key)
        assert files.open(uploaded, files.Secret.decoded(secret.encoded())) == content
        yield {
            "name": f"{size} bytes", "size": str(size), "paddedSize": str(files.padded_size(size)), "cause": None,
            "chunks": files.chunk_count(files.padded_size(size)), "uploadedSize": str(len(uploaded)),
            **file_secrets(secret), "uploaded": uploaded.hex() if size <= 65 else None}
    content, file_key = file_bytes(20), bytes_from("file", 32)
    right, secret = files.seal(content, file_key=file_key)
    encoded = secret.encoded()

    def case(name, uploaded, encoded, problem):
        cause = f"file.{problem}"
        cause_of(cause, lambda: files.open(uploaded, files.Secret.decoded(encoded)))
        return {"name": name, "secret": encoded.hex(), "uploaded": uploaded.hex(), "cause": cause}

    yield case("half a secret", right, encoded[:-1], "truncated")
    yield case("a longer secret", right, encoded + b"\0", "trailing_bytes")
    yield case("another version", right, changed(encoded, 0), "version")
    too_large = encoded[:33] + (files.SIZE_MAX + 1).to_bytes(8, "big") + encoded[41:]
    yield case("a size that is too large", right, too_large, "too_large")
    yield case("another byte", changed(right, 3), encoded, "chunk")
    yield case("another tag", changed(right, -1), encoded, "chunk")
    yield case("another key", right, changed(encoded, 1), "chunk")
    yield case("nothing", b"", encoded, "length")
    yield case("cut", right[:-1], encoded, "length")
    yield case("longer", right + b"\0", encoded, "length")
    yield case("another hash", right, changed(encoded, -1), "hash")
    shown, told = files.seal(content, file_key=file_key, padded=content + bytes(43) + b"\1")
    yield case("no zeros behind it", shown, told.encoded(), "padding")
    yield case("a smaller size than it is", right, encoded[:40] + b"\x13" + encoded[41:], "padding")


def file_secrets(secret):
    key, prefix = files.key_and_prefix(secret.file_key)
    return {
        "fileKey": secret.file_key.hex(), "key": key.hex(), "prefix": prefix.hex(),
        "uploadedSha256": secret.sha256.hex(), "secret": secret.encoded().hex()}


# Recovery


def recovery_keys():
    key = bytes_from("recovery key", 32)
    text = recovery.text(key)
    for name, shown in (
            ("as it is shown", text), ("in small letters", text.lower()), ("without hyphens", text.replace("-", "")),
            ("with spaces", f"  {text.replace('-', ' - ')} "),
            ("with digits that look like letters", text.replace("O", "0").replace("I", "1").replace("B", "8"))):
        assert recovery.key_from(shown) == key
        yield {"name": name, "key": key.hex(), "checksum": recovery.checksum(key).hex(), "text": shown, "cause": None}
    zeros = recovery.text(bytes(32))
    yield {
        "name": "zeros", "key": bytes(32).hex(), "checksum": recovery.checksum(bytes(32)).hex(), "text": zeros,
        "cause": None}
    other = "A" if text[0] != "A" else "C"
    for name, shown, problem in (
            ("nothing", "", "length"), ("a letter less", text[:-1], "length"), ("a letter more", text + "A", "length"),
            ("a letter less, with another sign", "!" + text[1:-1], "length"),
            ("a letter that base32 lacks", "9" + text[1:], "letter"), ("another sign", "!" + text[1:], "letter"),
            ("another letter", other + text[1:], "checksum"), ("another letter at the end", text[:-1] + (
                "A" if text[-1] != "A" else "C"), "checksum"),
            ("two letters exchanged", exchanged(text), "checksum")):
        cause_of(f"recovery_key.{problem}", recovery.key_from, shown)
        yield {"name": name, "key": None, "checksum": None, "text": shown, "cause": f"recovery_key.{problem}"}


def exchanged(text):
    """With the first two neighbours that differ in each other's place."""
    for index in count():
        one, two = text[index:index + 2]
        if "-" not in (one, two) and one != two:
            return text[:index] + two + one + text[index + 2:]


def backups():
    key, identity = bytes_from("recovery key", 32), ed25519_key("identity")
    nonces = bytes_from("identity nonce", 12), bytes_from("backup nonce", 12)
    wrapping_key, contents_key = recovery.keys(key, USER)

    def made(contents=b"what is kept", counter=3, **fields):
        return recovery.seal(key, USER, counter, MADE_AT, identity, contents, nonces=nonces, **fields)

    def case(name, data, cause, *, key=key, user=USER, seen=0):
        found = cause_of(cause, recovery.open, data, key, user, seen)
        return {
            "name": name, "recoveryKey": key.hex(), "userId": str(user), "counterSeen": str(seen), "cause": cause,
            "backup": data.hex(),
            **({} if cause else {
                "counter": str(found.header.counter), "madeAt": str(MADE_AT), "wrappingKey": wrapping_key.hex(),
                "contentsKey": contents_key.hex(), "identityKey": wrapped_keys.encoded(found.identity_key).hex(),
                "wrapped": found.header.identity_key.hex(), "nonce": found.header.nonce.hex(),
                "place": found.header.place.hex(), "contents": found.contents.hex()})}

    right = made()
    yield case("a backup", right, None)
    yield case("with nothing in it", made(b""), None)
    yield case("with more in it", made(bytes_from("contents", 1_000)), None)
    yield case("the one that was seen last", right, None, seen=3)
    wrapped_start = 1 + 8 + 8 + 8 + 2
    contents_start = wrapped_start + int.from_bytes(right[25:27], "big") + 12
    for name, data, problem in (
            ("nothing", b"", "truncated"), ("cut", right[:-1], "truncated"),
            ("longer", right + b"\0", "trailing_bytes"),
            ("no identity key", right[:25] + bytes(2) + right[contents_start - 12:], "length"),
            ("contents that are too short", right[:contents_start] + vector(3, bytes(79)), "length"),
            ("contents that are too long", right[:contents_start] + (507_921).to_bytes(3, "big"), "length"),
            ("another version", changed(right, 0), "version"), ("of another account", changed(right, 8), "user_id"),
            ("another counter", changed(right, 16), "contents"), ("another time", changed(right, 24), "contents"),
            ("another identity key", changed(right, wrapped_start + 40), "contents"),
            ("another nonce", changed(right, contents_start - 1), "contents"),
            ("another byte", changed(right, contents_start + 3), "contents"),
            ("another tag", changed(right, -1), "contents"),
            ("no padding", made(padded=b"a" * 64), "padding")):
        yield case(name, data, f"backup.{problem}")
    yield case("another recovery key", right, "backup.contents", key=bytes(32))
    yield case("held against another account", right, "backup.user_id", user=USER + 1)
    yield case("older than one that was seen", right, "backup.counter", seen=4)
    for name, wrapped, cause in (
            ("an identity key that is none", b"\1", "truncated"),
            ("an identity key of another account", wrapped_keys.seal(
                identity, wrapping_key, wrapped_keys.IDENTITY, USER + 1, 0, nonce=nonces[0]), "user_id"),
            ("a signing key in its place", wrapped_keys.seal(
                identity, wrapping_key, wrapped_keys.SIGNING, USER, 0, nonce=nonces[0]), "purpose"),
            ("an identity key under another key", wrapped_keys.seal(
                identity, bytes(32), wrapped_keys.IDENTITY, USER, 0, nonce=nonces[0]), "key")):
        data = recovery.seal(key, USER, 3, MADE_AT, identity, b"", nonces=nonces, wrapped=wrapped)
        yield case(name, data, f"wrapped_key.{cause}")


# Verification


def parties():
    return (
        verification.Party(USER, raw(ed25519_key("identity"))),
        verification.Party(USER + 2, raw(ed25519_key("another identity"))))


def safety_numbers():
    alice, bob = parties()
    for name, one, other in (
            ("two people", alice, bob), ("told the other way round", bob, alice),
            ("another key", alice, verification.Party(bob.user_id, raw(ed25519_key("a third"))))):
        yield {
            "name": name,
            "parties": [
                {"userId": str(party.user_id), "identityKey": party.identity_key.hex(), "digest": party.digest.hex(),
                 "digits": party.digits} for party in (one, other)],
            "number": verification.safety_number(one, other), "code": verification.safety_code(one, other).hex()}


def safety_codes():
    alice, bob = parties()
    own = verification.safety_code(alice, bob)
    for name, scanned, cause in (
            ("the own one", own, None), ("nothing", b"", "length"), ("cut", own[:-1], "length"),
            ("longer", own + b"\0", "length"), ("another version", changed(own, 0), "version"),
            ("of others", changed(own, 8), "parties"), ("of one other", changed(own, 48), "parties"),
            ("the other way round", own[:1] + own[41:] + own[1:41], "parties"),
            ("another key of the first", changed(own, 9), "key"),
            ("another key of the second", changed(own, -1), "key")):
        cause = cause and f"safety_code.{cause}"
        cause_of(cause, verification.compare, scanned, own)
        yield {"name": name, "own": own.hex(), "scanned": scanned.hex(), "cause": cause}
