"""Private keys at rest, as docs/encryption.md lays them down."""

import os
import struct

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_der_private_key

from harness import secure_format
from harness.certificates import suite_of, spki
from harness.secure_format import NONCE_BYTES, Reader, Refused, label, open_sealed, vector

VERSION = 1
SIGNING, ENCRYPTION, IDENTITY, STORAGE = PURPOSES = 1, 2, 3, 4
SEALED_BYTES = range(17, 4096 + 1)
STORAGE_KEY_BYTES = 32


def stated(purpose, user_id, device_id, version=VERSION):
    return struct.pack("!BBQQ", version, purpose, user_id, device_id)


def place(*said, **fields):
    """`said` and `fields` as of `stated`."""
    return label("martlet wrapped key v1") + stated(*said, **fields)


def encoded(key):
    """PKCS#8 in DER; a storage key is its bytes."""
    if isinstance(key, bytes):
        return key
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def seal(key, kek, purpose, user_id, device_id, *, nonce=None, **fields):
    """`key` is a private key, or the bytes that take its place."""
    nonce = nonce or os.urandom(NONCE_BYTES)
    said = purpose, user_id, device_id
    sealed = secure_format.seal(kek, nonce, encoded(key), place(*said, **fields))
    return stated(*said, **fields) + nonce + vector(2, sealed)


def open(data, kek, purpose, user_id, device_id):
    """The private key, or the bytes of a storage key."""
    with secure_format.of("wrapped_key"):
        reader = Reader(data)
        reader.version(VERSION)
        found, found_user, found_device = reader.number(1), reader.number(8), reader.number(8)
        nonce, sealed = reader.take(NONCE_BYTES), reader.vector(2, SEALED_BYTES)
        reader.finish()
        for problem, is_right in (
                ("purpose", found == purpose), ("user_id", found_user == user_id),
                ("device_id", found_device == device_id)):
            if not is_right:
                raise Refused(problem)
        inside = open_sealed(kek, nonce, sealed, place(purpose, user_id, device_id), "key")
        return decoded(inside, purpose)


def decoded(inside, purpose):
    if purpose == STORAGE:
        if len(inside) != STORAGE_KEY_BYTES:
            raise Refused("key")
        return inside
    try:
        key = load_der_private_key(inside, None)
    except (ValueError, TypeError):
        raise Refused("key") from None
    if purpose == ENCRYPTION:
        is_right = isinstance(key, RSAPrivateKey) and suite_of(spki(key.public_key())) is not None
    else:
        is_right = isinstance(key, Ed25519PrivateKey)
    if not is_right or encoded(key) != inside:
        raise Refused("key")
    return key
