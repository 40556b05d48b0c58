"""What one implementation of docs/encryption.md seals, each other one opens: the Swift core natively and as WebAssembly
in Chromium and in node, and the tests' own in Python. What was damaged, all refuse for the same cause."""

import os
import random
from collections import Counter
from dataclasses import dataclass

import pytest
from harness import envelopes
from harness.certificates import base64_bytes, base64_text
from harness.encryption_cores import NAMES, all_cores, count
from harness.envelopes import COUNTER_MAX
from harness.secure_format import Refused

DIRECTIONS = [(sealer, opener) for sealer in NAMES for opener in NAMES]
PASSWORD, SALT, ITERATIONS = "caf\u00e9 horse \U0001f426", bytes(range(16)), 600_000
CHAT, TIME = 7_301_444_403_210_000, 1_800_000_000_000
MESSAGE, EDIT, REACTION = 2, 3, 5
SIZES = 0, 1, 63, 64, 100, 1_000, 20_000, 63_487
FILE_SIZES = 0, 1, 64, 65, 1_000, 65_536, 65_537, 131_072, 200_000


class Everybody:
    """All cores, each with the keys of all devices; who makes which key, and who certifies it, goes round."""

    # Bits, and the number of the account.
    DEVICES = (2048, 0), (2048, 1), (3072, 0), (3072, 2), (2048, 2)

    def __init__(self, cores):
        self.cores = {core.name: core for core in cores}
        stretched = {core.name: core.ask(
            "stretch", password=base64_text(PASSWORD.encode()), salt=base64_text(SALT), iterations=ITERATIONS)
            for core in cores}
        assert len({answer["authentication"] for answer in stretched.values()}) == 1
        self.keks = {name: answer["kek"] for name, answer in stretched.items()}
        self.accounts = [
            {"userId": 7_301_444_403_200_000 + number, **self.by(number, "generateAccount", userId=(
                7_301_444_403_200_000 + number))} for number in range(3)]
        self.devices = [self.new_device(number, *made) for number, made in enumerate(self.DEVICES)]

    def by(self, number, operation, **asked):
        """By the core whose turn it is."""
        name = NAMES[number % len(NAMES)]
        return self.cores[name].ask(operation, kek=self.keks[name], **asked)

    def new_device(self, number, bits, account):
        ids = {"userId": self.accounts[account]["userId"], "deviceId": 7_301_444_403_201_000 + number}
        made = self.by(number + 1, "generateDevice", suite={2048: 1, 3072: 2}[bits], **ids)
        record = {**ids, "signingKey": made.pop("signingKey"), "encryptionKey": made.pop("encryptionKey")}
        certificate = self.by(
            number + 2, "certify", device=record, issuedAt=TIME,
            **{name: self.accounts[account][name] for name in ("wrappedIdentity", "identityKey")})
        loaded = {
            name: core.ask("loadDevice", kek=self.keks[name], **ids, **made)["device"]
            for name, core in self.cores.items()}
        return Device({**record, **certificate}, self.accounts[account]["identityKey"], loaded)

    def roster(self, devices, version=5):
        return {
            "version": version, "devices": [device.record for device in devices],
            "identityKeys": [{name: account[name] for name in ("userId", "identityKey")} for account in self.accounts]}

    def seal(self, name, devices, content, kind=MESSAGE, refers_to=None, state=None, roster=None, **draft):
        """By the first of the devices, for all of them, unless another roster is given."""
        draft = {"clientId": base64_text(os.urandom(16)), "kind": kind, "sentAt": TIME, **draft}
        if refers_to:
            draft["refersTo"] = refers_to
        answer = self.cores[name].ask(
            "seal", device=devices[0].numbers[name], chatId=CHAT, state=state,
            roster=roster or self.roster(devices),
            draft={**draft, "content": base64_text(content)})
        place = {
            "clientId": draft["clientId"], "senderId": devices[0].record["userId"],
            "senderDeviceId": devices[0].record["deviceId"], "kind": kind, "isTargetUnknown": False,
            **({"target": refers_to} if refers_to else {})}
        return Sent(devices, content, place, answer)

    def open(self, name, sent, *, recipient=-1, **changed):
        asked = {
            "content": sent.answer["content"], "place": sent.place, "sender": sent.devices[0].record,
            "identityKey": sent.devices[0].identity_key, "roster": self.roster(sent.devices), **changed}
        return self.cores[name].ask("open", device=sent.devices[recipient].numbers[name], chatId=CHAT, **asked)

    def outcomes(self, ask):
        """What each core makes of it: a cause, or an answer that all must agree in."""
        return {name: outcome(ask, name) for name in self.cores}


@dataclass
class Device:
    record: dict
    identity_key: str
    # By core.
    numbers: dict


@dataclass
class Sent:
    devices: list
    content: bytes
    place: dict
    answer: dict

    def with_ciphertext(self, ciphertext):
        return {**self.answer["content"], "ciphertext": base64_text(ciphertext)}

    @property
    def ciphertext(self):
        return base64_bytes(self.answer["content"]["ciphertext"])


def outcome(ask, name):
    try:
        answer = ask(name)
    except Refused as refused:
        return str(refused)
    return ("taken", *(answer[key] for key in ("content", "headerHash") if key in answer))


@pytest.fixture(scope="module")
def everybody():
    with all_cores() as cores:
        yield Everybody(cores)


@pytest.fixture(scope="module")
def sent(everybody):
    """By each core: every kind for every roster, and every size."""
    one, two, big, *others = everybody.devices
    rosters = {
        "1 device of 2,048 bits": [one], "1 device of 3,072 bits": [big], "2 devices": [one, two],
        "2 devices of 3,072 bits": [big, others[0]], "5 devices": [two, one, big, *others]}

    def by(name):
        for roster, devices in rosters.items():
            message = everybody.seal(name, devices, b"Hello.")
            yield f"a message for {roster}", message
            about = message.answer["reference"]
            edit = {"kind": EDIT, "refers_to": about}
            yield f"an edit for {roster}", everybody.seal(name, devices, b"Hello!", **edit)
            reaction = {"kind": REACTION, "refers_to": about}
            yield f"a reaction for {roster}", everybody.seal(name, devices, "\U0001f44b".encode(), **reaction)
        for size in SIZES:
            yield f"{size} bytes", everybody.seal(name, [one, two], random.Random(size).randbytes(size))

    return {name: dict(by(name)) for name in NAMES}


# Messages


@pytest.mark.parametrize(("sealer", "opener"), DIRECTIONS)
def test_what_one_seals_another_opens(everybody, sent, sealer, opener, record_property):
    for name, each in sent[sealer].items():
        opened = everybody.open(opener, each)
        assert base64_bytes(opened["content"]) == each.content, name
        answer, header = each.answer, opened["header"]
        assert opened["headerHash"] == answer["reference"]["headerHash"], name
        assert header == {
            "clientId": each.place["clientId"], "senderId": each.place["senderId"],
            "senderDeviceId": each.place["senderDeviceId"], "counter": answer["counter"], "rosterVersion": 5,
            "sentAt": TIME, "kind": each.place["kind"],
            **({"refersTo": each.place["target"]} if "target" in each.place else {})}, name
        told = opened["missingCounters"], opened.get("rosterDiffers"), opened["isTargetCompared"]
        assert told == (0, False, True), name
    count(record_property, opened=len(sent[sealer]))


@pytest.mark.parametrize("sealer", NAMES)
def test_what_is_damaged_all_refuse_for_the_same_cause(everybody, sent, sealer, record_property):
    """Of every message one byte in each part of it."""
    causes = Counter()
    for name, each in sent[sealer].items():
        whole = each.ciphertext
        for position in (0, 2, 10, 20, 30, 40, 50, 60, 70, 74, 80, 120, 134, 136, len(whole) // 2, len(whole) - 1):
            damaged = whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1:]
            causes[same(everybody, each, name, content=each.with_ciphertext(damaged))] += 1
        key = [{**one, "key": damaged_text(one["key"])} for one in each.answer["content"]["keys"]]
        causes[same(everybody, each, name, content={**each.answer["content"], "keys": key})] += 1
        sender = each.devices[0].record
        damaged = {**sender, "certificate": damaged_text(sender["certificate"])}
        causes[same(everybody, each, name, sender=damaged)] += 1
    assert not [cause for cause in causes if isinstance(cause, tuple)]
    count(record_property, refused=sum(causes.values()), causes=len(causes))


def damaged_text(text):
    data = bytearray(base64_bytes(text))
    data[-9] ^= 4
    return base64_text(bytes(data))


def same(everybody, each, name, **changed):
    outcomes = everybody.outcomes(lambda core: everybody.open(core, each, **changed))
    assert len(set(outcomes.values())) == 1, (name, outcomes)
    return outcomes["Python"]


def test_every_byte_of_an_envelope_and_of_a_certificate(everybody, sent, record_property):
    """Flipped, and the envelope cut there: never taken, and always for one cause."""
    each = sent["Swift"]["an edit for 2 devices"]
    whole, certificate = each.ciphertext, base64_bytes(each.devices[0].record["certificate"])
    causes = Counter()
    for position, byte in enumerate(whole):
        flipped = whole[:position] + bytes([byte ^ 0x80]) + whole[position + 1:]
        for damaged in (flipped, whole[:position]):
            causes[same(everybody, each, position, content=each.with_ciphertext(damaged))] += 1
    for position, byte in enumerate(certificate):
        flipped = certificate[:position] + bytes([byte ^ 0x80]) + certificate[position + 1:]
        sender = {**each.devices[0].record, "certificate": base64_text(flipped)}
        causes[same(everybody, each, position, sender=sender)] += 1
    assert not [cause for cause in causes if isinstance(cause, tuple)]
    print(dict(causes))
    count(record_property, refused=sum(causes.values()), causes=len(causes))


def test_what_chance_makes_of_envelopes_has_one_outcome(everybody, sent, record_property):
    """Bytes that are flipped, cut out, put in and exchanged, several at a time."""
    chance = random.Random(20)
    causes = Counter()
    for _ in range(400):
        each = sent[chance.choice(NAMES)][chance.choice(["a message for 2 devices", "a reaction for 2 devices"])]
        data = each.ciphertext
        for _ in range(chance.randrange(1, 4)):
            data = spoiled(data, chance)
        causes[same(everybody, each, data.hex(), content=each.with_ciphertext(data))] += 1
    print(dict(causes))
    count(record_property, compared=sum(causes.values()), causes=len(causes))


def spoiled(data, chance):
    at = chance.randrange(min(len(data), chance.choice([12, 75, 140, len(data)])) or 1)
    width = chance.randrange(1, 5)
    return chance.choice([
        lambda: data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1:] if data else b"\1",
        lambda: data[:at] + data[at + width:],
        lambda: data[:at] + chance.randbytes(width) + data[at:],
        lambda: data[:at] + chance.choice([b"\0", b"\xff", b"\1"]) * width + data[at + width:],
    ])()


# What is not sealed


def test_what_one_does_not_seal_no_other_does(everybody, sent, record_property):
    devices, stranger = everybody.devices[:2], everybody.devices[2]
    roster, one = everybody.roster(devices), devices[0].record
    about = sent["Python"]["a message for 2 devices"].answer["reference"]
    others = {**about, "authorId": everybody.accounts[1]["userId"]}
    used_up = base64_text(envelopes.State(COUNTER_MAX + 1).encoded(CHAT))
    # What is seen of them is their number.
    many = [{**one, "deviceId": number} for number in range(65)]
    cases = [
        ({"content": bytes(63_488)}, "envelope.length"), ({"kind": EDIT}, "envelope.reference"),
        ({"refers_to": about}, "envelope.reference"),
        ({"kind": EDIT, "refers_to": others}, "envelope.author"), ({"counter": 1}, "envelope.counter"),
        ({"state": used_up}, "counter.exhausted"), ({"roster": everybody.roster([stranger])}, "roster.own_device"),
        ({"roster": {**roster, "devices": many}}, "roster.devices"),
        ({"roster": {**roster, "devices": [one, one]}}, "roster.duplicate"),
        ({"roster": {**roster, "identityKeys": []}}, "certificate.missing"),
        ({"roster": {**roster, "devices": [{**one, "certificate": damaged_text(one["certificate"])}]}},
         "certificate.signature"),
        ({"roster": {**roster, "devices": [{**one, "signingKey": stranger.record["signingKey"]}]}},
         "certificate.signing_key")]
    for changed, cause in cases:
        for name in NAMES:
            with pytest.raises(Refused) as refused:
                everybody.seal(name, devices, **{"content": b"", **changed})
            assert str(refused.value) == cause, (name, changed)
    count(record_property, refused=len(cases), cores=len(NAMES))


# What is kept of a chat


@pytest.mark.parametrize(("one", "other"), DIRECTIONS)
def test_the_state_of_one_is_the_state_of_another(everybody, one, other):
    devices = everybody.devices[:2]
    first = everybody.seal(one, devices, b"1")
    second = everybody.seal(other, devices, b"2", state=first.answer["state"])
    third = everybody.seal(one, devices, b"3", state=second.answer["state"])
    assert [each.answer["counter"] for each in (first, second, third)] == [1, 2, 3]
    state = everybody.open(one, first)["state"]
    opened = everybody.open(other, third, state=state)
    assert opened["missingCounters"] == 1
    for name in (one, other):
        for each in (first, third):
            with pytest.raises(Refused, match="counter.replayed"):
                everybody.open(name, each, state=opened["state"])
    assert everybody.open(one, second, state=opened["state"])["missingCounters"] == 0
    everyone = everybody.outcomes(lambda name: everybody.open(name, third, state=state))
    assert len(set(everyone.values())) == 1


@pytest.mark.parametrize("sealer", NAMES)
def test_places_and_people_are_compared_alike(everybody, sent, sealer, record_property):
    each = sent[sealer]["an edit for 2 devices"]
    message = sent[sealer]["a message for 2 devices"]
    copy = {name: each.place[name] for name in ("senderId", "kind", "isTargetUnknown", "target")}
    outcomes = Counter()
    for place, expected in (
            ({**each.place, "clientId": message.place["clientId"]}, "place.client_id"),
            ({**each.place, "senderId": 1}, "place.sender"), ({**each.place, "senderDeviceId": 1}, "place.device"),
            ({**each.place, "kind": REACTION}, "place.kind"),
            ({**each.place, "target": sent[sealer]["a message for 5 devices"].answer["reference"]}, "place.target"),
            ({**each.place, "isTargetUnknown": True}, None), (copy, None)):
        outcomes[found := same(everybody, each, place, place=place)] += 1
        assert expected is None and isinstance(found, tuple) or found == expected
    for changed, expected in (
            ({"sender": None}, "certificate.missing"), ({"identityKey": None}, "certificate.missing"),
            ({"identityKey": everybody.accounts[2]["identityKey"]}, "certificate.signature"),
            ({"sender": everybody.devices[2].record}, "certificate.device_id"),
            ({"content": {**each.answer["content"], "keys": []}}, "key.missing"),
            ({"content": {**each.answer["content"], "keys": message.answer["content"]["keys"]}}, "key.unwrap")):
        assert same(everybody, each, changed, **changed) == expected
        outcomes[expected] += 1
    count(record_property, compared=sum(outcomes.values()))


# Everything else


@pytest.mark.parametrize(("sealer", "opener"), DIRECTIONS)
def test_rows_and_files(everybody, sealer, opener, record_property):
    device = everybody.devices[0].numbers
    one, other = everybody.cores[sealer], everybody.cores[opener]
    for size in (0, 1, 1_000):
        row = base64_text(random.Random(size).randbytes(size))
        sealed = one.ask("sealRow", device=device[sealer], place="message 7", row=row)["sealed"]
        assert other.ask("openRow", device=device[opener], place="message 7", sealed=sealed)["row"] == row
        for place, damaged in (("message 8", sealed), ("message 7", damaged_text(sealed))):
            with pytest.raises(Refused, match="row.sealed"):
                other.ask("openRow", device=device[opener], place=place, sealed=damaged)
    for size in FILE_SIZES:
        content = base64_text(random.Random(size).randbytes(size))
        file = one.ask("sealFile", content=content)
        assert other.ask("openFile", **file)["content"] == content
        uploaded, secret = base64_bytes(file["uploaded"]), base64_bytes(file["secret"])
        for changed, cause in (
                ({"uploaded": damaged_text(file["uploaded"])}, "file.chunk"),
                ({"uploaded": base64_text(uploaded[:-1])}, "file.length"),
                ({"uploaded": base64_text(uploaded + b"\0")}, "file.length"),
                ({"secret": base64_text(secret[:-1] + bytes([secret[-1] ^ 1]))}, "file.hash")):
            with pytest.raises(Refused, match=cause):
                other.ask("openFile", **{**file, **changed})
    count(record_property, rows=3, files=len(FILE_SIZES))


@pytest.mark.parametrize(("sealer", "opener"), DIRECTIONS)
def test_backups_and_recovery_keys(everybody, sealer, opener, record_property):
    one, other = everybody.cores[sealer], everybody.cores[opener]
    account = everybody.accounts[0]
    text = one.ask("generateRecoveryKey")["text"]
    asked = {"recoveryText": text, "userId": account["userId"]}
    contents = [random.Random(size).randbytes(size) for size in (0, 63, 1_000, 200_000, 507_903)]
    for counter, each in enumerate(contents, 1):
        backup = one.ask(
            "sealBackup", kek=everybody.keks[sealer], wrappedIdentity=account["wrappedIdentity"], counter=counter,
            madeAt=TIME, contents=base64_text(each), **asked)
        asked_of_other = {"kek": everybody.keks[opener], "counterSeen": counter, **asked, **backup}
        opened = other.ask("openBackup", **asked_of_other)
        assert (opened["counter"], opened["madeAt"]) == (counter, TIME)
        assert base64_bytes(opened["contents"]) == each
        # It is the account's identity key: what it certifies holds.
        device = everybody.devices[0].record
        everybody.cores[opener].ask(
            "certify", kek=everybody.keks[opener], wrappedIdentity=opened["wrappedIdentity"],
            identityKey=account["identityKey"], device=device, issuedAt=TIME)
        for changed, cause in (
                ({"counterSeen": counter + 1}, "backup.counter"), ({"userId": 1}, "backup.user_id"),
                ({"backup": damaged_text(backup["backup"])}, "backup.contents"),
                ({"recoveryText": other.ask("generateRecoveryKey")["text"]}, "backup.contents"),
                ({"recoveryText": text[:-1]}, "recovery_key.length")):
            with pytest.raises(Refused, match=cause):
                other.ask("openBackup", **{**asked_of_other, **changed})
    other.ask("checkRecoveryKey", text=text.lower().replace("-", " "))
    count(record_property, backups=len(contents))


@pytest.mark.parametrize(("one", "other"), DIRECTIONS)
def test_keys_at_rest(everybody, one, other):
    """Wrapped by one, loaded by another, and no other account's or device's."""
    ids = {"userId": everybody.accounts[1]["userId"], "deviceId": 7_301_444_403_202_000}
    made = everybody.cores[one].ask("generateDevice", kek=everybody.keks[one], suite=1, **ids)
    wrapped = {name: made[name] for name in made if name.startswith("wrapped")}
    core, kek = everybody.cores[other], everybody.keks[other]
    core.ask("loadDevice", kek=kek, **ids, **wrapped)
    for changed, cause in (
            ({"userId": 1}, "user_id"), ({"deviceId": 1}, "device_id"),
            ({"wrappedSigning": wrapped["wrappedStorage"]}, "purpose"),
            ({"wrappedEncryption": damaged_text(wrapped["wrappedEncryption"])}, "key")):
        with pytest.raises(Refused, match=f"wrapped_key.{cause}"):
            core.ask("loadDevice", kek=kek, **{**ids, **wrapped, **changed})


def test_safety_numbers_and_codes(everybody, record_property):
    parties = [{name: account[name] for name in ("userId", "identityKey")} for account in everybody.accounts]
    pairs = [(parties[0], parties[1]), (parties[1], parties[0]), (parties[2], parties[1])]
    for pair in pairs:
        answers = {name: core.ask("verification", parties=pair) for name, core in everybody.cores.items()}
        assert len({(answer["number"], answer["code"]) for answer in answers.values()}) == 1, answers
        code = base64_bytes(answers["Python"]["code"])
        for scanned, cause in (
                (code, None), (code[:-1], "length"), (b"\2" + code[1:], "version"),
                (code[:1] + b"\1" + code[2:], "parties"), (code[:-1] + bytes([code[-1] ^ 1]), "key")):
            for core in everybody.cores.values():
                assert refusal_of(core, parties=pair, scanned=base64_text(scanned)) == (
                    cause and f"safety_code.{cause}")
    count(record_property, numbers=len(pairs) * len(everybody.cores))


def refusal_of(core, **asked):
    try:
        core.ask("compare", **asked)
    except Refused as refused:
        return str(refused)
    return None


def test_refused_recovery_keys(everybody, record_property):
    text = everybody.cores["Python"].ask("generateRecoveryKey")["text"]
    chance = random.Random(4)
    causes = Counter()
    for _ in range(200):
        letters = list(text)
        for _ in range(chance.randrange(1, 3)):
            position = chance.randrange(len(letters))
            letters[position] = chance.choice(["", "A", "7", "9", "!", "0", " ", "-", "é"])
        outcomes = everybody.outcomes(
            lambda name: everybody.cores[name].ask("checkRecoveryKey", text="".join(letters)))
        assert len(set(outcomes.values())) == 1, ("".join(letters), outcomes)
        causes[outcomes["Python"]] += 1
    print(dict(causes))
    count(record_property, compared=sum(causes.values()))


@pytest.mark.parametrize("change", [{"salt": base64_text(b"short")}, {"iterations": 599_999}, {"iterations": 1}])
def test_passwords_that_nobody_stretches(everybody, change):
    asked = {"password": base64_text(b"x"), "salt": base64_text(SALT), "iterations": ITERATIONS, **change}
    for core in everybody.cores.values():
        with pytest.raises(Refused, match="password.salt" if "salt" in change else "password.iterations"):
            core.ask("stretch", **asked)
