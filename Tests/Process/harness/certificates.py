"""Keys and device certificates as docs/encryption.md lays them down, made without any code of the server."""

import base64
import struct
import time

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

LABEL = b"martlet device certificate v1"
VERSION = 1
# By the size of the RSA modulus.
SUITES = {2048: 1, 3072: 2}


def base64_text(data):
    return base64.b64encode(data).decode()


def base64_bytes(text):
    return base64.b64decode(text, validate=True)


def raw(private_key):
    """The 32 bytes of an Ed25519 public key."""
    return private_key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def spki(private_key):
    """SubjectPublicKeyInfo in DER."""
    return private_key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def vector(width, data):
    return len(data).to_bytes(width, "big") + data


def extension(type, data):
    return struct.pack("!H", type) + vector(2, data)


def statement(user_id, device_id, signing_key, encryption_key, *, version=VERSION, suite=1, issued_at=None,
              extensions=b""):
    """What is said of a device, without signature."""
    issued_at = int(time.time() * 1000) if issued_at is None else issued_at
    return (
        struct.pack("!BHQQ", version, suite, int(user_id), int(device_id)) + signing_key + vector(2, encryption_key)
        + struct.pack("!Q", issued_at) + vector(2, extensions))


def certificate(identity_key, user_id, device_id, signing_key, encryption_key, label=LABEL, **fields):
    said = statement(user_id, device_id, signing_key, encryption_key, **fields)
    return said + identity_key.sign(vector(1, label) + said)


class DeviceSecrets:
    """The private keys of one device. RSA keys are costly to make: those of one size are shared where nobody minds."""

    _shared = {}

    def __init__(self, bits=2048, is_shared=True):
        self.bits = bits
        self.signing = Ed25519PrivateKey.generate()
        if is_shared and bits not in self._shared:
            self._shared[bits] = new_rsa(bits)
        self.encryption = self._shared[bits] if is_shared else new_rsa(bits)

    def public(self, identity_key, person, **changes):
        """The body of `PUT /v1/keys/devices/{id}`, certified by this identity key."""
        made = {"signing_key": raw(self.signing), "encryption_key": spki(self.encryption)}
        told = certificate(
            identity_key, changes.pop("user_id", person.id), changes.pop("device_id", person.device_id),
            **{"suite": SUITES.get(self.bits, 1), **made, **changes})
        return {
            "encryptionKey": base64_text(made["encryption_key"]), "signingKey": base64_text(made["signing_key"]),
            "certificate": base64_text(told)}


def new_rsa(bits=2048, exponent=65537):
    return rsa.generate_private_key(public_exponent=exponent, key_size=bits)


def put_identity(person):
    """Gives the account an identity key; returns the private one."""
    key = Ed25519PrivateKey.generate()
    response = person.request("PUT", "/v1/keys/account", json={"identityKey": base64_text(raw(key))})
    assert response.status_code == 200, response.text
    return key


def put_device(person, identity_key, secrets=None):
    """Publishes the keys of the person's device; returns the private ones."""
    secrets = secrets or DeviceSecrets()
    response = person.request(
        "PUT", f"/v1/keys/devices/{person.device_id}", json=secrets.public(identity_key, person))
    assert response.status_code == 200, response.text
    return secrets
