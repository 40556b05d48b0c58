"""Keys and device certificates as docs/encryption.md lays them down, made and read without any code of the server."""

import base64
import struct
import time
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

from harness import ed25519
from harness.secure_format import Extensions, Reader, Refused, vector

LABEL = b"martlet device certificate v1"
VERSION = 1
# By the size of the RSA modulus in bits.
SUITES = {2048: 1, 3072: 2}
EXPONENT = 65537
CERTIFICATE_BYTES_MAX = 2048
ENCRYPTION_KEY_BYTES = range(1, 1024 + 1)


def base64_text(data):
    return base64.b64encode(data).decode()


def base64_bytes(text):
    return base64.b64decode(text, validate=True)


def raw(private_key):
    """The 32 bytes of an Ed25519 public key."""
    return private_key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def spki(public_key):
    """SubjectPublicKeyInfo in DER."""
    return public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


# Writing


def statement(
        user_id, device_id, signing_key, encryption_key, *, version=VERSION, suite=1, issued_at=None, extensions=b""):
    """What is said of a device, without signature."""
    issued_at = int(time.time() * 1000) if issued_at is None else issued_at
    return (
        struct.pack("!BHQQ", version, suite, int(user_id), int(device_id)) + signing_key + vector(2, encryption_key)
        + struct.pack("!Q", issued_at) + vector(2, extensions))


def signed_bytes(said, label=LABEL):
    return vector(1, label) + said


def certificate(identity_key, *said, label=LABEL, **fields):
    """`said` and `fields` as of `statement`."""
    said = statement(*said, **fields)
    return said + identity_key.sign(signed_bytes(said, label))


# Reading


@dataclass
class Claim:
    user_id: int
    device_id: int
    signing_key: bytes
    encryption_key: bytes


def check(data, claim, identity_key):
    """Raises `Refused` unless these bytes are a certificate of the claim, by the 32 bytes of an identity key."""
    if len(data) > CERTIFICATE_BYTES_MAX:
        raise Refused("length")
    reader = Reader(data)
    if reader.number(1) != VERSION:
        raise Refused("version")
    suite = reader.number(2)
    if suite not in SUITES.values():
        raise Refused("suite")
    found = Claim(reader.number(8), reader.number(8), reader.take(32), reader.vector(2, ENCRYPTION_KEY_BYTES))
    reader.number(8)
    extensions = Extensions.read(reader)
    said = data[:len(data) - len(reader.data)]
    signature = reader.take(64)
    reader.finish()
    for name, field in {
            "userId": "user_id", "deviceId": "device_id", "signingKey": "signing_key",
            "encryptionKey": "encryption_key"}.items():
        if getattr(found, field) != getattr(claim, field):
            raise Refused(name)
    # Anybody could sign for such a key.
    if not ed25519.is_acceptable(claim.signing_key):
        raise Refused("signingKey")
    if suite != suite_of(claim.encryption_key):
        raise Refused("suite")
    if extensions.is_any_critical:
        raise Refused("extensions")
    if not (ed25519.is_acceptable(identity_key) and is_signed(signed_bytes(said), signature, identity_key)):
        raise Refused("signature")


def suite_of(encryption_key):
    """None of a key that is not as it must be."""
    try:
        key = load_der_public_key(encryption_key)
    except (ValueError, UnsupportedAlgorithm):
        return None
    if not isinstance(key, rsa.RSAPublicKey) or key.public_numbers().e != EXPONENT or spki(key) != encryption_key:
        return None
    return SUITES.get(key.key_size)


def is_signed(message, signature, public_key):
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


# Devices of the tests


class DeviceSecrets:
    """The private keys of one device. RSA keys are costly to make: those of one size are shared where nobody minds."""

    _shared = {}

    def __init__(self, bits=2048, is_shared=True):
        self.bits = bits
        self.signing = Ed25519PrivateKey.generate()
        if is_shared and bits not in self._shared:
            self._shared[bits] = new_rsa(bits)
        self.encryption = self._shared[bits] if is_shared else new_rsa(bits)

    @property
    def encryption_key(self):
        return spki(self.encryption.public_key())

    def body(self, identity_key, person, **said):
        """Of `PUT /v1/keys/devices/{id}`, with a certificate by this identity key that says so, or as is right."""
        right = {
            "user_id": person.id, "device_id": person.device_id, "signing_key": raw(self.signing),
            "encryption_key": self.encryption_key, "suite": SUITES[self.bits]}
        said = {**right, **said}
        told = certificate(
            identity_key, said.pop("user_id"), said.pop("device_id"), said.pop("signing_key"),
            said.pop("encryption_key"), **said)
        return {
            "encryptionKey": base64_text(self.encryption_key), "signingKey": base64_text(raw(self.signing)),
            "certificate": base64_text(told)}


def new_rsa(bits=2048, exponent=EXPONENT):
    return rsa.generate_private_key(public_exponent=exponent, key_size=bits)


def put_account(person, identity_key):
    """The raw answer."""
    return person.request("PUT", "/v1/keys/account", json={"identityKey": base64_text(raw(identity_key))})


def put_device(person, body):
    """The raw answer."""
    return person.request("PUT", f"/v1/keys/devices/{person.device_id}", json=body)


def publish(person, identity_key=None):
    """Gives the account an identity key, unless it is given one, and the device keys. Returns both as private ones."""
    if identity_key is None:
        identity_key = Ed25519PrivateKey.generate()
        answer = put_account(person, identity_key)
        assert answer.status_code == 200, answer.text
    secrets = DeviceSecrets()
    answer = put_device(person, secrets.body(identity_key, person))
    assert answer.status_code == 200, answer.text
    return identity_key, secrets


def envelope(roster, key_of=lambda device: f"key for {device}".encode()):
    """Content of the form of an envelope, with one key for each device."""
    return {
        "scheme": "martlet.envelope.v1", "ciphertext": base64_text(b"sealed" * 10),
        "rosterVersion": roster["rosterVersion"],
        "keys": [{"deviceId": each["deviceId"], "key": base64_text(key_of(each["deviceId"]))}
                 for each in roster["devices"]]}
