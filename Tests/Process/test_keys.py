"""Keys of accounts and devices, with certificates that another implementation made (harness/certificates.py)."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from harness.certificates import (
    DeviceSecrets, base64_bytes, base64_text, envelope, new_rsa, publish, put_account, put_device, raw, spki,
)
from harness.eventually import eventually
from harness.person import expect, message, refusal, wrong_field
from harness.secure_format import extension

KEYED_DEVICES_MAX = 32
LOW_ORDER = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]
NO_POINT = "0200000000000000000000000000000000000000000000000000000000000000"
NOT_CANONICAL = "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
NO_ED25519 = [base64_text(bytes.fromhex(each)) for each in (*LOW_ORDER, NO_POINT, NOT_CANONICAL)] + [
    "", base64_text(b"\1" * 31), base64_text(b"\1" * 33)]


def keys_of(asker, person):
    return expect(asker.get(f"/v1/users/{person.id}/keys"), 200)


def roster(person, chat):
    return expect(person.get(f"/v1/chats/{chat}/keys"), 200)


def certificate_field(response):
    """The field that the answer to a certificate that proves nothing names."""
    assert refusal(response) == (400, "keys.certificate_invalid"), response.text
    return response.json()["error"]["details"]["field"]


def reset(person, identity_key, password=None):
    return person.post(
        "/v1/keys/account/reset",
        {"identityKey": base64_text(raw(identity_key)), "password": password or person.password})


# The account's key


def test_what_is_published_is_served(person):
    alice, bob = person(), person()
    assert keys_of(bob, alice) == {"userId": alice.id, "devices": []}
    identity_key, secrets = publish(alice)
    keys = keys_of(bob, alice)
    assert base64_bytes(keys["identityKey"]) == raw(identity_key)
    (device,) = keys["devices"]
    assert device["deviceId"] == alice.device_id
    assert base64_bytes(device["encryptionKey"]) == secrets.encryption_key
    assert base64_bytes(device["signingKey"]) == raw(secrets.signing)
    assert keys_of(alice, alice) == keys
    assert refusal(bob.get("/v1/users/1/keys")) == (404, "user.not_found")


def test_the_account_key_is_written_once(person):
    alice, key = person(), Ed25519PrivateKey.generate()
    first = expect(put_account(alice, key), 200)
    assert expect(put_account(alice, key), 200) == first
    assert refusal(put_account(alice, Ed25519PrivateKey.generate())) == (409, "keys.account_exists")
    assert base64_bytes(keys_of(alice, alice)["identityKey"]) == raw(key)


@pytest.mark.parametrize("key", NO_ED25519)
def test_no_key_is_no_account_key(person, key):
    alice = person()
    body = {"identityKey": key}
    assert wrong_field(alice.request("PUT", "/v1/keys/account", json=body)) == "identityKey"
    body["password"] = alice.password
    assert wrong_field(alice.post("/v1/keys/account/reset", body)) == "identityKey"
    assert "identityKey" not in keys_of(alice, alice)


def test_a_reset_wants_the_password_and_voids_all_devices(person):
    alice, bob = person(), person()
    assert refusal(reset(alice, Ed25519PrivateKey.generate())) == (409, "keys.account_missing")
    identity_key, secrets = publish(alice)
    other = alice.on_another_device()
    publish(other, identity_key)
    assert len(keys_of(bob, alice)["devices"]) == 2

    new_key = Ed25519PrivateKey.generate()
    assert refusal(reset(alice, new_key, "wrong horse")) == (401, "auth.credentials_invalid")
    assert refusal(reset(alice, new_key, "x" * 129)) == (401, "auth.credentials_invalid")
    expect(reset(alice, identity_key), 200)
    assert len(keys_of(bob, alice)["devices"]) == 2, "the same again is no reset"
    done = expect(reset(alice, new_key), 200)
    assert expect(reset(alice, new_key), 200) == done, "sent again"
    assert keys_of(bob, alice) == {
        "userId": alice.id, "identityKey": base64_text(raw(new_key)), "devices": []}
    devices = expect(alice.get("/v1/devices"), 200)["devices"]
    assert [device["hasKeys"] for device in devices] == [False, False], "they stay"

    body = secrets.body(identity_key, alice)
    assert certificate_field(put_device(alice, body)) == "certificate.signature", "of the key that is gone"
    expect(put_device(alice, secrets.body(new_key, alice)), 200)
    assert [device["deviceId"] for device in keys_of(bob, alice)["devices"]] == [alice.device_id]


# A device's keys


def test_device_keys_are_written_once(person):
    alice = person()
    identity_key, secrets = publish(alice)
    stored = keys_of(alice, alice)["devices"][0]
    again = {name: stored[name] for name in ("encryptionKey", "signingKey", "certificate")}
    assert expect(put_device(alice, again), 200)["keys"] == stored
    for other in (DeviceSecrets().body(identity_key, alice), secrets.body(identity_key, alice, issued_at=1)):
        assert refusal(put_device(alice, other)) == (409, "keys.device_exists")
    assert keys_of(alice, alice)["devices"] == [stored]


def test_without_an_account_key_there_is_nothing_to_certify_with(person):
    alice = person()
    body = DeviceSecrets().body(Ed25519PrivateKey.generate(), alice)
    assert refusal(put_device(alice, body)) == (409, "keys.account_missing")


def test_a_device_speaks_for_itself_only(person):
    alice, bob = person(), person()
    identity_key, _ = publish(alice)
    second = alice.on_another_device()
    for writer in (alice, bob):
        body = DeviceSecrets().body(identity_key, second)
        answer = writer.request("PUT", f"/v1/keys/devices/{second.device_id}", json=body)
        assert refusal(answer) == (404, "device.not_found")
    answer = alice.request("PUT", "/v1/keys/devices/1", json=DeviceSecrets().body(identity_key, alice))
    assert refusal(answer) == (404, "device.not_found")
    assert len(keys_of(bob, alice)["devices"]) == 1


@pytest.mark.parametrize("bits", [2048, 3072])
def test_both_sizes_are_taken(person, bits):
    alice, identity_key = person(), Ed25519PrivateKey.generate()
    expect(put_account(alice, identity_key), 200)
    body = DeviceSecrets(bits).body(identity_key, alice)
    assert expect(put_device(alice, body), 200)["keys"] == {"deviceId": alice.device_id, **body}


def strange_encryption_keys():
    right = DeviceSecrets().encryption_key
    modulus = DeviceSecrets().encryption.public_key().public_numbers().n
    yield "none", b""
    yield "no DER", b"\xff" * 294
    yield "cut", right[:-1]
    yield "longer", right + b"\0"
    yield "a null is missing", right.replace(b"\5\0", b"", 1)
    yield "a length in another form", b"\x30\x83\0" + right[2:]
    yield "another algorithm", right.replace(bytes.fromhex("2a864886f70d010101"), bytes.fromhex("2a864886f70d01010a"))
    yield "an elliptic curve", spki(ec.generate_private_key(ec.SECP256R1()).public_key())
    yield "Ed25519", spki(Ed25519PrivateKey.generate().public_key())
    for bits in (1024, 2040, 4096):
        yield f"{bits} bits", spki(new_rsa(bits).public_key())
    yield "exponent 3", spki(new_rsa(exponent=3).public_key())
    for exponent in (1, 2, 65_536, 65_539, 4_294_967_296):
        # The library makes no such key.
        yield f"exponent {exponent}", with_exponent(right, exponent)
    yield "even modulus", right.replace(modulus.to_bytes(256, "big"), (modulus - 1).to_bytes(256, "big"))
    yield "negative modulus", right.replace(b"\2\x82\1\1\0", b"\2\x82\1\0", 1)


def with_exponent(right, exponent):
    number = exponent.to_bytes(exponent.bit_length() // 8 + 1, "big")
    more = len(number) - 3
    lengths = {b"\x30\x82\1\x22": 0x122, b"\3\x82\1\x0f": 0x10f, b"\x30\x82\1\x0a": 0x10a}
    made = right[:-5] + bytes([2, len(number)]) + number
    for header, length in lengths.items():
        made = made.replace(header, header[:2] + (length + more).to_bytes(2, "big"), 1)
    return made


@pytest.mark.parametrize("encryption_key", [
    pytest.param(key, id=name) for name, key in strange_encryption_keys()])
def test_what_is_no_such_rsa_key_is_refused(person, encryption_key):
    alice, identity_key = person(), Ed25519PrivateKey.generate()
    expect(put_account(alice, identity_key), 200)
    body = DeviceSecrets().body(identity_key, alice, encryption_key=encryption_key)
    body["encryptionKey"] = base64_text(encryption_key)
    assert wrong_field(put_device(alice, body)) == "encryptionKey"


@pytest.mark.parametrize("signing_key", NO_ED25519)
def test_what_is_no_signing_key_is_refused(person, signing_key):
    alice, identity_key = person(), Ed25519PrivateKey.generate()
    expect(put_account(alice, identity_key), 200)
    body = DeviceSecrets().body(identity_key, alice, signing_key=base64_bytes(signing_key))
    body["signingKey"] = signing_key
    assert wrong_field(put_device(alice, body)) == "signingKey"


OTHER = Ed25519PrivateKey.generate()
STRANGE_STATEMENTS = [
    ({"version": 0}, "certificate.version"),
    ({"version": 2}, "certificate.version"),
    ({"suite": 0}, "certificate.suite"),
    ({"suite": 2}, "certificate.suite"),
    ({"suite": 3}, "certificate.suite"),
    ({"user_id": 1}, "certificate.userId"),
    ({"device_id": 1}, "certificate.deviceId"),
    ({"signing_key": raw(OTHER)}, "certificate.signingKey"),
    ({"encryption_key": DeviceSecrets(3072).encryption_key}, "certificate.encryptionKey"),
    ({"encryption_key": b""}, "certificate"),
    ({"label": b"martlet device certificate v2"}, "certificate.signature"),
    ({"label": b"martlet"}, "certificate.signature"),
    ({"extensions": extension(0x8001, b"must be known")}, "certificate.extensions"),
    ({"extensions": extension(2, b"") + extension(1, b"")}, "certificate"),
    ({"extensions": b"\0"}, "certificate"),
]


@pytest.mark.parametrize(("said", "field"), STRANGE_STATEMENTS)
def test_a_certificate_that_says_something_else_is_refused(person, said, field):
    alice, identity_key = person(), Ed25519PrivateKey.generate()
    expect(put_account(alice, identity_key), 200)
    assert certificate_field(put_device(alice, DeviceSecrets().body(identity_key, alice, **said))) == field


def test_a_certificate_that_is_none_is_refused(person):
    alice, identity_key = person(), Ed25519PrivateKey.generate()
    expect(put_account(alice, identity_key), 200)
    body = DeviceSecrets().body(identity_key, alice)
    right = base64_bytes(body["certificate"])
    for strange, field in [
            (b"", "certificate"), (right[:-1], "certificate"), (right + b"\0", "certificate"),
            (right + b"\0" * 2048, "certificate"), (right[:-64] + b"\0" * 64, "certificate.signature"),
            (right[:-64] + OTHER.sign(right[:-64]), "certificate.signature"),
            # Another's keys, properly certified by that other one.
            (base64_bytes(DeviceSecrets().body(OTHER, alice)["certificate"]), "certificate.signingKey")]:
        answer = put_device(alice, {**body, "certificate": base64_text(strange)})
        assert certificate_field(answer) == field
    answer = put_device(alice, DeviceSecrets().body(OTHER, alice))
    assert certificate_field(answer) == "certificate.signature"
    assert keys_of(alice, alice)["devices"] == []
    expect(put_device(alice, body), 200)


def test_another_persons_certificate_is_of_no_use(person):
    alice, eve = person(), person()
    publish(alice)
    stolen = keys_of(eve, alice)["devices"][0]
    expect(put_account(eve, Ed25519PrivateKey.generate()), 200)
    body = {name: stolen[name] for name in ("encryptionKey", "signingKey", "certificate")}
    assert certificate_field(put_device(eve, body)) == "certificate.userId"


def test_an_extension_that_need_not_be_known_is_passed_over(person):
    alice, identity_key = person(), Ed25519PrivateKey.generate()
    expect(put_account(alice, identity_key), 200)
    body = DeviceSecrets().body(identity_key, alice, extensions=extension(1, b"one") + extension(0x7fff, b""))
    assert expect(put_device(alice, body), 200)["keys"]["certificate"] == body["certificate"]


def test_an_account_has_a_bounded_number_of_devices_with_keys(person):
    alice = person()
    identity_key, _ = publish(alice)
    for _ in range(KEYED_DEVICES_MAX - 1):
        publish(alice.on_another_device(), identity_key)
    one_more = alice.on_another_device()
    answer = put_device(one_more, DeviceSecrets().body(identity_key, one_more))
    assert refusal(answer) == (409, "keys.too_many_devices")
    assert answer.json()["error"]["details"]["limit"] == str(KEYED_DEVICES_MAX)
    devices = expect(one_more.get("/v1/devices"), 200)["devices"]
    oldest = next(device["id"] for device in devices if device["hasKeys"])
    expect(one_more.request("DELETE", f"/v1/devices/{oldest}"), 204)
    expect(put_device(one_more, DeviceSecrets().body(identity_key, one_more)), 200)


# What becomes of them in chats


def roster_of(asker, chat, *devices):
    """The chat's keys, once they are those of these devices: what Identity tells takes a moment."""
    wanted = {each.device_id for each in devices}
    return eventually(
        lambda: roster(asker, chat), lambda keys: {each["deviceId"] for each in keys["devices"]} == wanted,
        f"roster of {wanted}")


@pytest.fixture
def sealed_pair(person):
    """Alice, with two devices, and Bob, all with keys, and their direct chat."""
    alice, bob = person(), person()
    identity_key, _ = publish(alice)
    second = alice.on_another_device()
    publish(second, identity_key)
    publish(bob)
    return alice, second, bob, expect(alice.create_chat(bob, type="direct"), 201)["chat"]["id"]


def test_a_device_that_publishes_keys_is_missing_from_older_envelopes(sealed_pair, person):
    alice, second, bob, chat = sealed_pair
    old = roster_of(alice, chat, alice, second, bob)
    carol = person()
    assert refusal(carol.get(f"/v1/chats/{chat}/keys")) == (404, "chat.not_found")
    group = expect(alice.create_chat(bob, type="group"), 201)["chat"]["id"]
    seen = roster_of(alice, group, alice, second, bob)
    expect(alice.add(group, carol), 200)
    late = envelope(seen)
    assert refusal(bob.post("/v1/messages", {**message(group), "content": late})) == (409, "chat.member_without_keys")
    publish(carol)
    now = roster_of(bob, group, alice, second, bob, carol)
    answer = bob.post("/v1/messages", {**message(group), "content": late})
    assert refusal(answer) == (409, "message.roster_changed")
    details = answer.json()["error"]["details"]
    assert (details["rosterVersion"], details["missing"]) == (now["rosterVersion"], [carol.device_id])
    expect(bob.post("/v1/messages", {**message(group), "content": envelope(now)}), 201)
    expect(bob.post("/v1/messages", {**message(chat), "content": envelope(old)}), 201)


def test_two_people_write_to_each_other(sealed_pair):
    alice, second, bob, chat = sealed_pair
    keys = roster_of(alice, chat, alice, second, bob)
    for each in keys["devices"]:
        owner = bob if each["deviceId"] == bob.device_id else alice
        published = {device["deviceId"]: device for device in keys_of(bob, owner)["devices"]}
        shown = published[each["deviceId"]]
        assert {**shown, "userId": owner.id} == each
    assert keys["excludedDeviceIds"] == []

    with alice.connect() as at_alice, second.connect() as at_second, bob.connect() as at_bob:
        accepted = at_alice.command("message.send", {**message(chat), "content": envelope(keys)})
        for device, socket in ((second, at_second), (bob, at_bob)):
            content = socket.next_entry(chat)["content"]
            assert content["keys"] == [
                {"deviceId": device.device_id, "key": base64_text(f"key for {device.device_id}".encode())}]
            assert base64_bytes(content["ciphertext"]) == b"sealed" * 10
    for device in (alice, second, bob):
        entry = device.whole_history(chat)[0][-1]
        assert entry["id"] == accepted["messageId"]
        assert [each["deviceId"] for each in entry["content"]["keys"]] == [device.device_id]


def test_a_roster_that_is_no_longer_true_is_refused(sealed_pair):
    alice, second, bob, chat = sealed_pair
    old = roster_of(alice, chat, alice, second, bob)
    expect(bob.post("/v1/messages", {**message(chat), "content": envelope(old)}), 201)

    expect(alice.request("DELETE", f"/v1/devices/{second.device_id}"), 204)
    new = roster_of(bob, chat, alice, bob)
    assert int(new["rosterVersion"]) > int(old["rosterVersion"])
    answer = bob.post("/v1/messages", {**message(chat), "content": envelope(old)})
    assert refusal(answer) == (409, "message.roster_changed")
    details = answer.json()["error"]["details"]
    assert (details["rosterVersion"], details["extra"]) == (new["rosterVersion"], [second.device_id])
    expect(bob.post("/v1/messages", {**message(chat), "content": envelope(new)}), 201)

    third, key = alice.on_another_device(), Ed25519PrivateKey.generate()
    expect(reset(alice, key), 200)
    roster_of(bob, chat, bob)
    answer = bob.post("/v1/messages", {**message(chat), "content": envelope(new)})
    assert refusal(answer) == (409, "chat.member_without_keys")
    publish(third, key)
    keys = roster_of(bob, chat, third, bob)
    assert int(keys["rosterVersion"]) > int(new["rosterVersion"])
    expect(bob.post("/v1/messages", {**message(chat), "content": envelope(keys)}), 201)

