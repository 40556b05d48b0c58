"""Rows of the local history, as docs/encryption.md lays them down."""

import os

from harness import secure_format
from harness.secure_format import NONCE_BYTES, Reader, label, open_sealed, vector

VERSION = 1
SEALED_BYTES = range(16, 2 ** 24)


def authenticated(place):
    return label("martlet row v1") + vector(1, place)


def seal(row, storage_key, place, *, nonce=None):
    nonce = nonce or os.urandom(NONCE_BYTES)
    sealed = secure_format.seal(storage_key, nonce, row, authenticated(place))
    return VERSION.to_bytes(1, "big") + nonce + vector(3, sealed)


def open(data, storage_key, place):
    with secure_format.of("row"):
        reader = Reader(data)
        reader.version(VERSION)
        nonce, sealed = reader.take(NONCE_BYTES), reader.vector(3, SEALED_BYTES)
        reader.finish()
        return open_sealed(storage_key, nonce, sealed, authenticated(place), "sealed")
