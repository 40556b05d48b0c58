"""Keys of accounts and devices, with certificates that another implementation made."""

from harness.certificates import base64_bytes, base64_text, put_device, put_identity, raw, spki
from harness.person import expect


def keys_of(asker, person):
    return expect(asker.get(f"/v1/users/{person.id}/keys"), 200)


def test_what_is_published_is_served(person):
    alice, bob = person(), person()
    assert keys_of(bob, alice) == {"userId": alice.id, "devices": []}
    identity_key = put_identity(alice)
    secrets = put_device(alice, identity_key)
    keys = keys_of(bob, alice)
    assert base64_bytes(keys["identityKey"]) == raw(identity_key)
    (device,) = keys["devices"]
    assert device["deviceId"] == alice.device_id
    assert device["encryptionKey"] == base64_text(spki(secrets.encryption))
    assert device["signingKey"] == base64_text(raw(secrets.signing))
