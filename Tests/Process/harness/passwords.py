"""What is made of a password, as docs/encryption.md lays it down."""

import base64
import hashlib
import unicodedata

from harness.secure_format import Refused, derive

SALT_BYTES = range(16, 64 + 1)
ITERATIONS = range(600_000, 10_000_000 + 1)


def stretch(password, salt, iterations):
    if len(salt) not in SALT_BYTES:
        raise Refused("password.salt")
    if iterations not in ITERATIONS:
        raise Refused("password.iterations")
    return hashlib.pbkdf2_hmac("sha256", composed(password), salt, iterations, 32)


def composed(password):
    return unicodedata.normalize("NFC", password).encode()


def authentication(stretched):
    """What is sent as the password."""
    return base64.b64encode(derive(stretched, "martlet password v1 log-in", b"", 32)).decode()


def key_encryption_key(stretched):
    return derive(stretched, "martlet password v1 keys", b"", 32)
