#!/usr/bin/env python3
"""Writes Tests/Vectors/secure-format.json and encryption.json beside it with the tests' own implementation of
docs/encryption.md, and the example of that page: the server is held against the first file, every client against both.
--check only says whether the files are what would be written.

Needs the packages of .build/venv (dev/make-venv.sh).
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Process"))

import encryption_vectors
import envelope_example
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from harness.certificates import SUITES, Claim, certificate, check, raw, signed_bytes, spki, statement
from harness.secure_format import Refused, extension, vector
from seeded import bytes_from, ed25519

FOLDER = ROOT / "Tests/Vectors"
PAGE = ROOT / "docs/encryption.md"
USER, DEVICE, ISSUED_AT = 7_301_444_403_200_000, 7_301_444_403_200_001, 1_800_000_000_000


def rsa_key(seed, bits):
    """A public key for which there is no private one: nothing is ever encrypted for it."""
    modulus = bytearray(bytes_from(seed, bits // 8))
    modulus[0] |= 0x80
    modulus[-1] |= 1
    return spki(RSAPublicNumbers(65537, int.from_bytes(modulus, "big")).public_key())


IDENTITY = ed25519("identity")
SIGNING_KEY = raw(ed25519("device"))
RSA = {bits: rsa_key(f"{bits}", bits) for bits in SUITES}


def numbers():
    for width in (1, 2, 4, 8):
        for value in {0, 1, 0x7f, 256 ** width - 1, int.from_bytes(bytes(range(1, width + 1)), "big")}:
            yield {"width": width, "value": str(value), "bytes": value.to_bytes(width, "big").hex()}


def vectors():
    for least, most, width in ((0, 255, 1), (1, 256, 2), (0, 65_535, 2), (0, 65_536, 3), (2, 2 ** 24, 4)):
        for count in {least, least + 1, 300} & set(range(least, most + 1)):
            data = bytes_from("vector", count)
            yield {"least": least, "most": most, "value": data.hex(), "bytes": vector(width, data).hex()}


def refused_vectors():
    def case(name, least, most, data, reason):
        return {"name": name, "least": least, "most": most, "bytes": data.hex(), "reason": reason}

    yield case("nothing at all", 0, 255, b"", "truncated")
    yield case("half a length", 0, 65_535, b"\0", "truncated")
    yield case("less than it says", 0, 255, b"\x02a", "truncated")
    yield case("more than it says", 0, 255, b"\x01ab", "trailingBytes")
    yield case("less than it must have", 2, 255, b"\x01a", "length")
    yield case("more than it may have", 0, 3, b"\x04abcd", "length")
    yield case("more than there is memory for", 0, 2 ** 31 - 1, b"\x7f\xff\xff\xff", "truncated")
    yield case("the longest length there is", 0, 2 ** 31 - 1, b"\xff\xff\xff\xff", "length")


def claim(bits=2048):
    return Claim(USER, DEVICE, SIGNING_KEY, RSA[bits])


def said_by(identity, bits=2048, **said):
    right = {
        "user_id": USER, "device_id": DEVICE, "signing_key": SIGNING_KEY, "encryption_key": RSA[bits],
        "suite": SUITES[bits], "issued_at": ISSUED_AT}
    said = {**right, **said}
    positions = [said.pop(name) for name in ("user_id", "device_id", "signing_key", "encryption_key")]
    label = said.pop("label", None)
    made = certificate(identity, *positions, **said, **({"label": label} if label else {}))
    return made, statement(*positions, **said)


def certificates():
    for name, bits, extensions in (
            ("2,048 bits", 2048, []), ("3,072 bits", 3072, []),
            ("extensions that nobody knows", 2048, [(1, b""), (2, b"two"), (0x7fff, b"\0" * 100)])):
        made, said = said_by(IDENTITY, bits, extensions=b"".join(extension(*each) for each in extensions))
        check(made, claim(bits), raw(IDENTITY))
        yield {
            "name": name, "identitySeed": bytes_from("identity", 32).hex(), "identityKey": raw(IDENTITY).hex(),
            "suite": SUITES[bits], "userId": str(USER), "deviceId": str(DEVICE), "signingKey": SIGNING_KEY.hex(),
            "encryptionKey": RSA[bits].hex(), "issuedAt": str(ISSUED_AT),
            "extensions": [{"type": type, "data": data.hex()} for type, data in extensions],
            "signed": signed_bytes(said).hex(), "certificate": made.hex()}


def refused_certificates():
    right, _ = said_by(IDENTITY)
    other = ed25519("another")

    def long(total):
        return extension(1, b"\0" * 512) + extension(2, b"\0" * (total - 4 - 512 - 4))

    cases = {
        "nothing": b"",
        "cut": right[:-1],
        "longer": right + b"\0",
        "much longer": right + b"\0" * 2048,
        "another version": said_by(IDENTITY, version=2)[0],
        "no suite": said_by(IDENTITY, suite=0)[0],
        "a suite that is not known": said_by(IDENTITY, suite=3)[0],
        "the suite of another size": said_by(IDENTITY, suite=2)[0],
        "another account": said_by(IDENTITY, user_id=USER + 1)[0],
        "another device": said_by(IDENTITY, device_id=DEVICE + 1)[0],
        "another signing key": said_by(IDENTITY, signing_key=raw(other))[0],
        "another encryption key": said_by(IDENTITY, encryption_key=rsa_key("another", 2048))[0],
        "no encryption key": said_by(IDENTITY, encryption_key=b"")[0],
        "signed by somebody else": said_by(other)[0],
        "signed under another label": said_by(IDENTITY, label=b"martlet device certificate v2")[0],
        "signed without a label": right[:-64] + IDENTITY.sign(right[:-64]),
        "an extension that must be known": said_by(IDENTITY, extensions=extension(0x8000, b""))[0],
        "the same extension twice": said_by(IDENTITY, extensions=extension(1, b"") * 2)[0],
        "extensions in disorder": said_by(IDENTITY, extensions=extension(2, b"") + extension(1, b""))[0],
        "half an extension": said_by(IDENTITY, extensions=b"\0\1\0")[0],
        "an extension that is too long": said_by(IDENTITY, extensions=extension(1, b"\0" * 513))[0],
        "extensions that are too long": said_by(IDENTITY, extensions=long(1025))[0],
    }
    for name, made in cases.items():
        try:
            check(made, claim(), raw(IDENTITY))
        except Refused as refused:
            yield {"name": name, "certificate": made.hex(), "reason": str(refused)}
        else:
            sys.exit(f"{name}: this is taken")


def secure_format():
    return {
        "numbers": list(numbers()), "vectors": list(vectors()), "refusedVectors": list(refused_vectors()),
        "certificates": list(certificates()),
        # Held against the first of the certificates.
        "refusedCertificates": list(refused_certificates()),
    }


def json_text(content):
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def main():
    encryption = encryption_vectors.everything()
    for file, text in {
            FOLDER / "secure-format.json": json_text(secure_format()),
            FOLDER / "encryption.json": json_text(encryption),
            PAGE: envelope_example.in_page(PAGE.read_text(), encryption)}.items():
        if "--check" not in sys.argv:
            file.write_text(text)
        elif file.read_text() != text:
            sys.exit(f"{file.relative_to(ROOT)} is not what dev/write-vectors.py writes: run it.")


main()
