"""Tests/Vectors/encryption.json by every implementation that can be asked as a whole: the Swift core natively and as
WebAssembly in Chromium and in node. (Values in between are looked at in Tests/E2EETests/Vectors.)"""

import json
from collections import Counter
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key
from harness import envelopes, passwords, wrapped_keys
from harness.certificates import base64_text
from harness.encryption_cores import NAMES, all_cores, count
from harness.secure_format import Refused

VECTORS = json.loads((Path(__file__).parents[1] / "Vectors/encryption.json").read_text())
PASSWORD, SALT, ITERATIONS = "a password", bytes(16), 600_000


@pytest.fixture(scope="module")
def cores():
    """By name, with the `kek` of the password."""
    with all_cores() as cores:
        asked = {"password": text(PASSWORD.encode().hex()), "salt": text(SALT.hex()), "iterations": ITERATIONS}
        yield {core.name: (core, core.ask("stretch", **asked)["kek"]) for core in cores}


@pytest.fixture(params=NAMES)
def core(cores, request):
    return cores[request.param]


KEK = passwords.key_encryption_key(passwords.stretch(PASSWORD, SALT, ITERATIONS))


def text(hexadecimal):
    return None if hexadecimal is None else base64_text(bytes.fromhex(hexadecimal))


def cause_of(core, operation, **asked):
    """The cause and the answer, of which one is None."""
    try:
        return None, core.ask(operation, **asked)
    except Refused as refused:
        return str(refused), None


def loaded(core, kek, user_id, device_id, signing=None, encryption=None, storage=bytes(32)):
    """A device with these keys, which are put away by the tests' own implementation."""
    given = {
        "wrappedSigning": (wrapped_keys.SIGNING, signing or Ed25519PrivateKey.generate()),
        "wrappedEncryption": (wrapped_keys.ENCRYPTION, encryption or SOME_ENCRYPTION_KEY),
        "wrappedStorage": (wrapped_keys.STORAGE, storage)}
    wrapped = {
        name: base64_text(wrapped_keys.seal(key, KEK, purpose, user_id, device_id))
        for name, (purpose, key) in given.items()}
    return core.ask("loadDevice", kek=kek, userId=user_id, deviceId=device_id, **wrapped)["device"]


def private_key(device):
    return load_der_private_key(bytes.fromhex(device["encryptionPrivateKey"]), None)


SOME_ENCRYPTION_KEY = private_key(VECTORS["devices"][0])


def device_of_vectors(core, kek, device_id):
    device = next(each for each in VECTORS["devices"] if each["deviceId"] == device_id)
    signing = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(device["signingSeed"]))
    return loaded(core, kek, int(device["userId"]), int(device_id), signing, private_key(device))


def record_of(told):
    return told and {
        "userId": int(told["userId"]), "deviceId": int(told["deviceId"]),
        **{name: text(told[name]) for name in ("signingKey", "encryptionKey", "certificate")}}


def reference_of(told):
    return told and {
        "authorId": int(told["authorId"]), "clientId": text(told["clientId"]), "headerHash": text(told["headerHash"])}


def place_of(told):
    is_unknown = told["target"] == "unknown"
    place = {
        "senderId": int(told["senderId"]), "kind": told["kind"], "isTargetUnknown": is_unknown,
        "target": None if is_unknown else reference_of(told["target"]),
        **({} if told["isCopy"] else {
            "clientId": text(told["clientId"]), "senderDeviceId": int(told["senderDeviceId"])})}
    return {name: value for name, value in place.items() if value is not None}


def state_of(vector):
    author = int(VECTORS["devices"][0]["deviceId"])
    ranges = [tuple(map(int, each.split("-"))) for each in vector["counters"].split()]
    chat_id = int(vector["place"]["chatId"])
    state = envelopes.State(1, {author: envelopes.Ledger(ranges)} if ranges else {})
    return base64_text(state.encoded(chat_id))


def counts(record_property, causes):
    taken = causes.pop(None, 0)
    count(record_property, taken=taken, refused=sum(causes.values()), causes=len(causes))


def test_openings(core, record_property):
    core, kek = core
    devices, causes = {}, Counter()
    # Which roster a client knows cannot be told by a hash alone.
    for vector in [each for each in VECTORS["openings"] if each["rosterHash"] is None]:
        recipient = vector["recipient"]
        if recipient not in devices:
            devices[recipient] = device_of_vectors(core, kek, recipient)
        content = {
            "ciphertext": text(vector["envelope"]), "rosterVersion": 5,
            "keys": [{"deviceId": int(each["deviceId"]), "key": text(each["key"])} for each in vector["keys"]]}
        cause, opened = cause_of(
            core, "open", device=devices[recipient], chatId=int(vector["place"]["chatId"]), state=state_of(vector),
            content=content, place=place_of(vector["place"]), sender=record_of(vector["sender"]),
            identityKey=text(vector["identityKey"]))
        assert cause == vector["cause"], vector["name"]
        causes[cause] += 1
        if opened:
            expected = vector["opened"]
            found = (
                opened["content"], opened["headerHash"], opened["missingCounters"], opened["isTargetCompared"],
                opened["state"])
            assert found == (
                text(expected["content"]), text(expected["headerHash"]), int(expected["missingCounters"]),
                expected["isTargetCompared"], state_of({**vector, "counters": vector["countersAfter"]}))
    counts(record_property, causes)


def test_passwords(core, record_property):
    core, _ = core
    causes = Counter()
    for vector in VECTORS["passwords"]:
        cause, stretched = cause_of(
            core, "stretch", password=text(vector["composed"]), salt=text(vector["salt"]),
            iterations=vector["iterations"])
        assert cause == vector["cause"]
        assert (stretched or {}).get("authentication") == vector.get("authentication")
        causes[cause] += 1
    counts(record_property, causes)


def test_rows(core, record_property):
    core, kek = core
    causes = Counter()
    for vector in VECTORS["rows"]:
        device = loaded(core, kek, 1, 2, storage=bytes.fromhex(vector["storageKey"]))
        place = bytes.fromhex(vector["place"]).decode()
        cause, opened = cause_of(core, "openRow", device=device, place=place, sealed=text(vector["sealed"]))
        assert (cause, opened and opened["row"]) == (vector["cause"], text(vector["row"])), vector["name"]
        causes[cause] += 1
    counts(record_property, causes)


def test_files(core, record_property):
    core, _ = core
    causes = Counter()
    for vector in [each for each in VECTORS["files"] if each["uploaded"] is not None]:
        cause, opened = cause_of(
            core, "openFile", uploaded=text(vector["uploaded"]), secret=text(vector["secret"]))
        assert cause == vector["cause"], vector["name"]
        if opened:
            assert opened["content"] == base64_text(bytes(index % 251 for index in range(int(vector["size"]))))
        causes[cause] += 1
    counts(record_property, causes)


def test_recovery_keys(core, record_property):
    core, _ = core
    causes = Counter()
    for vector in VECTORS["recoveryKeys"]:
        cause, _ = cause_of(core, "checkRecoveryKey", text=vector["text"])
        assert cause == vector["cause"], vector["name"]
        causes[cause] += 1
    counts(record_property, causes)


def test_backups(core, record_property):
    core, kek = core
    shown = {each["key"]: each["text"] for each in VECTORS["recoveryKeys"] if each["name"] in (
        "as it is shown", "zeros")}
    causes = Counter()
    for vector in VECTORS["backups"]:
        cause, opened = cause_of(
            core, "openBackup", recoveryText=shown[vector["recoveryKey"]], kek=kek, userId=int(vector["userId"]),
            counterSeen=int(vector["counterSeen"]), backup=text(vector["backup"]))
        assert cause == vector["cause"], vector["name"]
        if opened:
            assert (opened["counter"], opened["madeAt"], opened["contents"]) == (
                int(vector["counter"]), int(vector["madeAt"]), text(vector["contents"]))
        causes[cause] += 1
    counts(record_property, causes)


def test_safety_numbers_and_codes(core, record_property):
    core, _ = core
    for vector in VECTORS["safetyNumbers"]:
        found = core.ask("verification", parties=[
            {"userId": int(each["userId"]), "identityKey": text(each["identityKey"])} for each in vector["parties"]])
        assert (found["number"], found["code"]) == (vector["number"], text(vector["code"])), vector["name"]
    causes = Counter()
    for vector in VECTORS["safetyCodes"]:
        own = bytes.fromhex(vector["own"])
        parties = [
            {"userId": int.from_bytes(part[:8], "big"), "identityKey": base64_text(part[8:])}
            for part in (own[1:41], own[41:])]
        cause, _ = cause_of(core, "compare", parties=parties, scanned=text(vector["scanned"]))
        assert cause == vector["cause"], vector["name"]
        causes[cause] += 1
    counts(record_property, causes)
