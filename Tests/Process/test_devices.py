"""Devices as their owner sees them, the link of a new one, and the backup."""

import base64
import sqlite3
from contextlib import contextmanager

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from harness.certificates import DeviceSecrets, publish, put_device, raw
from harness.eventually import eventually
from harness.person import Person, expect, refusal, time_of, wrong_field

NAME_CHARACTERS_MAX = 128
OFFER_BYTES_MAX = 4 << 10
PAYLOAD_BYTES_MAX = 64 << 10
PENDING_LINKS_MAX = 8
LINK_SECONDS = 600
BACKUP_BYTES_MAX = 512 << 10
RESTARTS = 4


def text(data):
    return base64.b64encode(data).decode()


def devices_of(person):
    return expect(person.get("/v1/devices"), 200)["devices"]


def remove(person, device_id):
    return person.request("DELETE", f"/v1/devices/{device_id}")


# The list


def test_the_list_has_all_devices_of_the_caller_and_no_others(person):
    alice, bob = person(), person()
    second = alice.on_another_device()
    publish(second)
    listed = devices_of(alice)
    assert [each["id"] for each in listed] == sorted([alice.device_id, second.device_id], key=int)
    by_id = {each["id"]: each for each in listed}
    first, other = by_id[alice.device_id], by_id[second.device_id]
    assert (first["name"], first["platform"], first["hasKeys"], first["current"]) == ("first", "test", False, True)
    assert (other["name"], other["hasKeys"], other["current"]) == ("second", True, False)
    for each in listed:
        assert time_of(each["createdAt"]) <= time_of(each["lastSeenAt"])
    assert {each["id"]: each["current"] for each in devices_of(second)} == {
        alice.device_id: False, second.device_id: True}
    assert [each["id"] for each in devices_of(bob)] == [bob.device_id]


def test_the_list_comes_in_pages(person):
    alice = person()
    ids = [alice.device_id] + [alice.on_another_device().device_id for _ in range(4)]
    found, cursor = [], None
    while True:
        page = expect(alice.get("/v1/devices", params={"limit": 2, **({"cursor": cursor} if cursor else {})}), 200)
        found += [each["id"] for each in page["devices"]]
        cursor = page.get("nextCursor")
        if not cursor:
            break
    assert found == sorted(ids, key=int)
    assert wrong_field(alice.get("/v1/devices", params={"limit": 201})) == "limit"
    for cursor in ("?", "CP___________wE", "CP__________fw" * 3):
        assert wrong_field(alice.get("/v1/devices", params={"cursor": cursor})) == "cursor"


def test_a_device_gets_another_name(person):
    alice, eve = person(), person()
    second = alice.on_another_device()

    def rename(who, name, device=second.device_id):
        return who.request("PATCH", f"/v1/devices/{device}", json={"name": name})

    device = expect(rename(alice, "the one in the kitchen"), 200)["device"]
    assert (device["name"], device["current"]) == ("the one in the kitchen", False)
    assert expect(rename(second, "é" * NAME_CHARACTERS_MAX), 200)["device"]["current"]
    assert {each["name"] for each in devices_of(alice)} == {"first", "é" * NAME_CHARACTERS_MAX}
    assert wrong_field(rename(alice, "é" * (NAME_CHARACTERS_MAX + 1))) == "name"
    assert wrong_field(rename(alice, "")) == "name"
    assert wrong_field(rename(alice, "the one\u202e in the kitchen")) == "name"
    assert expect(rename(alice, "  the  one "), 200)["device"]["name"] == "the one"
    assert refusal(rename(eve, "mine")) == (404, "device.not_found")
    assert refusal(rename(alice, "nobody's", device=1)) == (404, "device.not_found")
    assert refusal(rename(alice, "nobody's", device=2 ** 64 - 1)) == (404, "device.not_found")


def test_a_device_that_is_removed_is_gone_for_good(person):
    alice, eve = person(), person()
    second = alice.on_another_device()
    _, secrets = publish(second)
    assert refusal(remove(eve, second.device_id)) == (404, "device.not_found")
    assert len(devices_of(alice)) == 2

    expect(remove(alice, second.device_id), 204)
    assert [each["id"] for each in devices_of(alice)] == [alice.device_id]
    keys = expect(eve.get(f"/v1/users/{alice.id}/keys"), 200)
    assert keys["devices"] == [] and "identityKey" in keys
    assert refusal(remove(alice, second.device_id)) == (404, "device.not_found")
    again = {"email": alice.email, "password": alice.password, "device": {"id": second.device_id}}
    assert refusal(alice.post("/v1/auth/login", again, token=None)) == (404, "device.not_found")


def test_the_device_that_asks_may_remove_itself(person):
    alice = person()
    second = alice.on_another_device()
    expect(remove(second, second.device_id), 204)
    assert [each["id"] for each in devices_of(alice)] == [alice.device_id]


# Linking


def ask(person, offer=b"offer"):
    return person.post("/v1/devices/link", {"offer": text(offer)})


def links_of(person):
    return expect(person.get("/v1/devices/links"), 200)["links"]


def approve(person, device, link, payload=b"payload"):
    return person.post(f"/v1/devices/{device.device_id}/approve", {"linkId": link, "payload": text(payload)})


@pytest.fixture
def linked(person):
    """Alice's first device with keys, a new one without, and the identity key."""
    alice = person()
    identity_key, _ = publish(alice)
    return alice, alice.on_another_device(), identity_key


def test_an_old_device_approves_a_new_one(linked):
    alice, new, identity_key = linked
    assert refusal(new.get("/v1/devices/link")) == (404, "device.link_not_found")
    asked = expect(ask(new, b"here are my keys"), 201)
    status = expect(new.get("/v1/devices/link"), 200)
    assert status == {"linkId": asked["linkId"], "status": "pending", "expiresAt": asked["expiresAt"]}
    assert links_of(new) == [], "its own is for the others"

    (link,) = links_of(alice)
    assert base64.b64decode(link["offer"]) == b"here are my keys"
    assert (link["linkId"], link["deviceId"]) == (asked["linkId"], new.device_id)
    assert (link["deviceName"], link["platform"]) == ("second", "test")
    lasts = time_of(link["expiresAt"]) - time_of(link["createdAt"])
    assert lasts.total_seconds() == LINK_SECONDS

    expect(approve(alice, new, link["linkId"], b"here is yours"), 204)
    assert links_of(alice) == []
    status = expect(new.get("/v1/devices/link"), 200)
    assert (status["status"], base64.b64decode(status["payload"])) == ("approved", b"here is yours")
    assert expect(new.get("/v1/devices/link"), 200) == status, "an answer that got lost is asked for again"
    expect(approve(alice, new, link["linkId"], b"here is yours"), 204)
    assert refusal(approve(alice, new, link["linkId"], b"something else")) == (409, "device.link_answered")

    publish(new, identity_key)
    assert refusal(new.get("/v1/devices/link")) == (404, "device.link_not_found"), "it has served its purpose"
    assert refusal(ask(new)) == (409, "keys.device_exists")


def test_a_new_offer_takes_the_place_of_the_old_one(linked):
    alice, new, _ = linked
    first = expect(ask(new, b"first"), 201)["linkId"]
    second = expect(ask(new, b"second"), 201)["linkId"]
    (link,) = links_of(alice)
    assert (link["linkId"], base64.b64decode(link["offer"])) == (second, b"second")
    assert refusal(approve(alice, new, first)) == (404, "device.link_not_found"), "what was seen is no longer asked"
    expect(approve(alice, new, second), 204)
    assert expect(ask(new, b"third"), 201)["linkId"] not in (first, second)
    assert expect(new.get("/v1/devices/link"), 200)["status"] == "pending"


def test_only_ones_own_devices_with_keys_approve(linked, person):
    alice, new, _ = linked
    link = expect(ask(new), 201)["linkId"]
    eve = person()
    publish(eve)
    assert links_of(eve) == []
    assert refusal(approve(eve, new, link)) == (404, "device.link_not_found")
    keyless = alice.on_another_device()
    assert refusal(approve(keyless, new, link)) == (409, "keys.device_missing")
    assert refusal(approve(new, new, link)) == (409, "keys.device_missing")
    assert refusal(approve(alice, keyless, link)) == (404, "device.link_not_found")
    assert expect(new.get("/v1/devices/link"), 200)["status"] == "pending"


def test_what_devices_tell_each_other_has_bounds(linked):
    alice, new, _ = linked
    assert wrong_field(ask(new, b"")) == "offer"
    assert wrong_field(ask(new, b"\0" * (OFFER_BYTES_MAX + 1))) == "offer"
    link = expect(ask(new, b"\0" * OFFER_BYTES_MAX), 201)["linkId"]
    assert wrong_field(approve(alice, new, link, b"")) == "payload"
    assert wrong_field(approve(alice, new, link, b"\0" * (PAYLOAD_BYTES_MAX + 1))) == "payload"
    expect(approve(alice, new, link, b"\0" * PAYLOAD_BYTES_MAX), 204)
    assert len(base64.b64decode(expect(new.get("/v1/devices/link"), 200)["payload"])) == PAYLOAD_BYTES_MAX


def test_few_devices_wait_at_once(linked):
    alice, first, _ = linked
    waiting = [first] + [alice.on_another_device() for _ in range(PENDING_LINKS_MAX - 1)]
    for each in waiting:
        expect(ask(each), 201)
    assert [each["deviceId"] for each in links_of(alice)] == [each.device_id for each in waiting]
    one_more = alice.on_another_device()
    answer = ask(one_more)
    assert refusal(answer) == (409, "device.too_many_links")
    assert answer.json()["error"]["details"]["limit"] == str(PENDING_LINKS_MAX)
    expect(ask(waiting[-1]), 201)
    expect(remove(alice, waiting[-1].device_id), 204)
    expect(ask(one_more), 201)


def test_a_reset_ends_what_waits(linked):
    alice, new, _ = linked
    expect(ask(new), 201)
    key = text(raw(Ed25519PrivateKey.generate()))
    expect(alice.post("/v1/keys/account/reset", {"identityKey": key, "password": alice.password}), 200)
    assert refusal(new.get("/v1/devices/link")) == (404, "device.link_not_found")
    assert links_of(alice) == []


# The backup


def backup_of(person):
    return person.get("/v1/backup")


def put_backup(person, expected, data):
    return person.request("PUT", "/v1/backup", json={"expectedVersion": expected, "data": text(data)})


def conflict(response):
    """The version that is current, by the answer to somebody who knew another."""
    assert refusal(response) == (409, "backup.version_conflict")
    return response.json()["error"]["details"]["version"]


def test_a_backup_is_replaced_by_who_has_seen_it(person):
    alice, eve = person(), person()
    assert refusal(backup_of(alice)) == (404, "backup.not_found")
    assert conflict(put_backup(alice, 1, b"one")) == "0"
    first = expect(put_backup(alice, 0, b"one"), 200)
    found = expect(backup_of(alice), 200)
    assert found == {**first, "data": text(b"one")}
    second = alice.on_another_device()
    assert expect(backup_of(second), 200) == found
    assert refusal(backup_of(eve)) == (404, "backup.not_found")

    new = expect(put_backup(second, first["version"], b"two"), 200)
    assert int(new["version"]) > int(first["version"])
    assert expect(put_backup(second, first["version"], b"two"), 200) == new, "sent again"
    for stale in (0, first["version"], int(new["version"]) + 1):
        assert conflict(put_backup(alice, stale, b"three")) == new["version"]
    assert expect(backup_of(alice), 200)["data"] == text(b"two")


def test_a_backup_that_is_erased_is_gone(person):
    alice = person()
    assert refusal(alice.request("DELETE", "/v1/backup")) == (404, "backup.not_found")
    first = expect(put_backup(alice, 0, b"one"), 200)["version"]
    answer = alice.request("DELETE", "/v1/backup", params={"expectedVersion": int(first) + 1})
    assert conflict(answer) == first
    expect(alice.request("DELETE", "/v1/backup", params={"expectedVersion": first}), 204)
    assert refusal(backup_of(alice)) == (404, "backup.not_found")
    assert conflict(put_backup(alice, first, b"of a device that slept")) == "0"
    again = expect(put_backup(alice, 0, b"two"), 200)["version"]
    assert int(again) > int(first), "no version is used twice"
    expect(alice.request("DELETE", "/v1/backup"), 204)
    assert refusal(backup_of(alice)) == (404, "backup.not_found")


def test_a_backup_has_a_size(person):
    alice = person()
    assert wrong_field(put_backup(alice, 0, b"")) == "data"
    answer = put_backup(alice, 0, b"\0" * (BACKUP_BYTES_MAX + 1))
    assert refusal(answer) == (413, "backup.too_large")
    assert answer.json()["error"]["details"]["limit"] == str(BACKUP_BYTES_MAX)
    expect(put_backup(alice, 0, bytes(range(256)) * (BACKUP_BYTES_MAX // 256)), 200)
    assert base64.b64decode(expect(backup_of(alice), 200)["data"]) == bytes(range(256)) * (BACKUP_BYTES_MAX // 256)


# What Identity tells the chats


@contextmanager
def held_up(server):
    """Nothing can be written to the chats' store meanwhile; accounts and keys have their own."""
    connection = sqlite3.connect(server.data / "communication.db", isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
    finally:
        connection.close()


def direct_chat(server):
    """Alice and Bob with keys, Alice's identity key, their chat."""
    alice, bob = Person.register(server), Person.register(server)
    identity_key, _ = publish(alice)
    publish(bob)
    return alice, bob, identity_key, expect(alice.create_chat(bob, type="direct"), 201)["chat"]["id"]


def roster_ids(asker, chat):
    return {each["deviceId"] for each in expect(asker.get(f"/v1/chats/{chat}/keys"), 200)["devices"]}


def until_roster(asker, chat, *device_ids):
    eventually(lambda: roster_ids(asker, chat), lambda ids: ids == set(device_ids), f"roster of {device_ids}")


@pytest.mark.parametrize("dies", [True, False])
def test_what_was_not_noted_is_noted_later(own_server, dies):
    """The keys are stored and answered while the chats cannot take note of them; then the server dies, or not."""
    alice, bob, identity_key, chat = direct_chat(own_server)
    until_roster(bob, chat, alice.device_id, bob.device_id)
    new = alice.on_another_device()
    with held_up(own_server):
        expect(put_device(new, DeviceSecrets().body(identity_key, new)), 200)
        expect(remove(alice, alice.device_id), 204)
        assert roster_ids(bob, chat) == {alice.device_id, bob.device_id}
        if dies:
            own_server.kill()
    if dies:
        own_server.start()
    until_roster(bob, chat, new.device_id, bob.device_id)


def test_what_was_told_of_devices_survives_any_death(own_server):
    """Killed just after the answer: whether the chats have taken note nobody knows."""
    alice, bob, identity_key, chat = direct_chat(own_server)
    wanted = {alice.device_id, bob.device_id}
    for _ in range(RESTARTS):
        new = alice.on_another_device()
        answer = put_device(new, DeviceSecrets().body(identity_key, new))
        own_server.kill()
        assert answer.status_code == 200
        own_server.start()
        wanted.add(new.device_id)
        until_roster(bob, chat, *wanted)
