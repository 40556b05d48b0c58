"""The implementations of end-to-end encryption behind one way to ask them: the Swift core natively, the same as
WebAssembly in node and in Chromium, and the tests' own in Python. Requests and answers are JSON: numbers are numbers,
bytes are base64."""

import functools
import json
import os
import subprocess
import threading
from contextlib import ExitStack, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from harness import envelopes, files, passwords, recovery, rows, verification, wrapped_keys
from harness.certificates import SUITES, base64_bytes, base64_text, certificate, raw, spki
from harness.crypto_page import chromium
from harness.secure_format import Refused

ROOT = Path(__file__).resolve().parents[3]
NODE_TESTEE = ROOT / "Tests/Web/crypto/testee.mjs"


class Core:
    """`ask` gives the answer, or raises `Refused` with the cause."""

    name = ""

    def ask(self, operation, **asked):
        told = {name: value for name, value in asked.items() if value is not None}
        answer = self.answer({"do": operation, **told})
        assert "error" not in answer, f"{self.name}: {answer['error']}"
        if "cause" in answer:
            raise Refused(answer["cause"])
        return answer


class ProgramCore(Core):
    def __init__(self, name, *command):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def answer(self, request):
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"{self.name} died of {request['do']}"
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        assert self.process.wait(10) == 0


def swift_core():
    """Of what `swift build` made."""
    folder = subprocess.run(
        ["swift", "build", "--package-path", ROOT, "--show-bin-path"], capture_output=True, text=True, check=True)
    return ProgramCore("Swift", f"{folder.stdout.strip()}/e2ee-testee")


def node_core():
    return ProgramCore("node", "node", NODE_TESTEE)


class PageCore(Core):
    """In a page of a browser."""

    name = "Chromium"

    def __init__(self, page):
        self.page = page

    def answer(self, request):
        return json.loads(self.page.evaluate("(request) => ask(request)", json.dumps(request)))


PAGE = b"""<!doctype html><meta charset="utf-8"><title>The core</title><script type="module">
import { Core } from "/Web/crypto/core.js";
import { Operations } from "/Web/crypto/operations.js";
import { WebCryptoPrimitives } from "/Web/crypto/webcrypto.js";
import { Answers } from "/Tests/Web/crypto/answers.mjs";
const module = await WebAssembly.compileStreaming(fetch("/Web/crypto/martlet-e2ee.wasm"));
const answers = new Answers(new Operations(new Core(module, new WebCryptoPrimitives())));
globalThis.ask = async (request) => JSON.stringify(await answers.answer(JSON.parse(request)));
</script>"""


class RepositoryFiles(SimpleHTTPRequestHandler):
    """The modules where they stand, with a page that has one core."""

    extensions_map = {
        ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", "": "text/plain"}

    def do_GET(self):
        if self.path != "/":
            return super().do_GET()
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_):
        pass


@contextmanager
def chromium_core():
    handler = functools.partial(RepositoryFiles, directory=ROOT)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, chromium() as browser:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.wait_for_function("globalThis.ask !== undefined")
        yield PageCore(page)
        server.shutdown()


class PythonCore(Core):
    """What docs/encryption.md says, without any code of the product."""

    name = "Python"

    def __init__(self):
        self.keks = []
        # Signing, encryption and storage key, with the ids.
        self.devices = []

    def answer(self, request):
        request = dict(request)
        try:
            return getattr(self, request.pop("do"))(**request)
        except Refused as refused:
            return {"cause": str(refused)}

    # Keys

    def stretch(self, password, salt, iterations):
        stretched = passwords.stretch(base64_bytes(password).decode(), base64_bytes(salt), iterations)
        self.keks.append(passwords.key_encryption_key(stretched))
        return {"authentication": passwords.authentication(stretched), "kek": len(self.keks) - 1}

    def generateAccount(self, kek, userId):
        key = Ed25519PrivateKey.generate()
        return {"identityKey": base64_text(raw(key)), "wrappedIdentity": self.wrapped_identity(key, kek, userId)}

    def wrapped_identity(self, key, kek, user_id):
        return base64_text(wrapped_keys.seal(key, self.keks[kek], wrapped_keys.IDENTITY, user_id, 0))

    def identity(self, wrapped, kek, user_id):
        return wrapped_keys.open(base64_bytes(wrapped), self.keks[kek], wrapped_keys.IDENTITY, user_id, 0)

    def generateDevice(self, kek, userId, deviceId, suite):
        signing = Ed25519PrivateKey.generate()
        bits = {suite: bits for bits, suite in SUITES.items()}[suite]
        encryption = rsa.generate_private_key(public_exponent=65537, key_size=bits)

        def wrapped(key, purpose):
            return base64_text(wrapped_keys.seal(key, self.keks[kek], purpose, userId, deviceId))

        return {
            "signingKey": base64_text(raw(signing)), "encryptionKey": base64_text(spki(encryption.public_key())),
            "wrappedSigning": wrapped(signing, wrapped_keys.SIGNING),
            "wrappedEncryption": wrapped(encryption, wrapped_keys.ENCRYPTION),
            "wrappedStorage": wrapped(os.urandom(32), wrapped_keys.STORAGE)}

    def certify(self, kek, wrappedIdentity, identityKey, device, issuedAt):
        key = self.identity(wrappedIdentity, kek, device["userId"])
        assert raw(key) == base64_bytes(identityKey)
        told = record(device)
        size = {294: 1, 422: 2}[len(told.encryption_key)]
        return {"certificate": base64_text(certificate(
            key, told.user_id, told.device_id, told.signing_key, told.encryption_key, suite=size, issued_at=issuedAt))}

    def loadDevice(self, kek, userId, deviceId, wrappedSigning, wrappedEncryption, wrappedStorage):
        keys = [
            wrapped_keys.open(base64_bytes(wrapped), self.keks[kek], purpose, userId, deviceId)
            for wrapped, purpose in (
                (wrappedSigning, wrapped_keys.SIGNING), (wrappedEncryption, wrapped_keys.ENCRYPTION),
                (wrappedStorage, wrapped_keys.STORAGE))]
        self.devices.append((userId, deviceId, *keys))
        return {"device": len(self.devices) - 1}

    # Messages

    def seal(self, device, chatId, roster, draft, state=None):
        user_id, device_id, signing, _, _ = self.devices[device]
        kept = kept_of(chatId, state)
        devices = checked(roster)
        header = envelopes.Header(
            chatId, base64_bytes(draft["clientId"]), user_id, device_id, draft.get("counter", kept.next_counter),
            roster["version"], draft["sentAt"], draft["kind"], envelopes.roster_hash(devices),
            reference(draft.get("refersTo")))
        envelopes.check_draft(
            header, base64_bytes(draft["content"]), devices, is_sealed_again="counter" in draft,
            next_counter=kept.next_counter)
        kept.next_counter = max(kept.next_counter, header.counter + 1)
        sealed = envelopes.seal(header, base64_bytes(draft["content"]), signing, devices)
        return {
            "content": {
                "ciphertext": base64_text(sealed.envelope), "rosterVersion": header.roster_version,
                "keys": [{"deviceId": id, "key": base64_text(key)} for id, key in sealed.keys.items()]},
            "counter": header.counter, "reference": told_reference(sealed.reference),
            "state": base64_text(kept.encoded(chatId))}

    def open(self, device, chatId, content, place, state=None, sender=None, identityKey=None, roster=None):
        _, device_id, _, encryption, _ = self.devices[device]
        kept = kept_of(chatId, state)
        recipient = envelopes.Recipient(device_id, encryption, {chatId: kept})
        if roster:
            recipient.rosters[chatId, roster["version"]] = checked(roster)
        keys = {each["deviceId"]: base64_bytes(each["key"]) for each in reversed(content["keys"])}
        opened = recipient.open(
            base64_bytes(content["ciphertext"]), keys, where(chatId, place), sender and record(sender),
            identityKey and base64_bytes(identityKey))
        header = opened.header
        return {
            "header": {
                "clientId": base64_text(header.client_id), "senderId": header.sender_id,
                "senderDeviceId": header.sender_device_id, "counter": header.counter,
                "rosterVersion": header.roster_version, "sentAt": header.sent_at, "kind": header.kind,
                **({"refersTo": told_reference(header.refers_to)} if header.refers_to else {})},
            "headerHash": base64_text(opened.header_hash), "content": base64_text(opened.content),
            "missingCounters": opened.missing, "isTargetCompared": opened.is_target_compared,
            **({} if opened.roster_differs is None else {"rosterDiffers": opened.roster_differs}),
            "state": base64_text(kept.encoded(chatId))}

    # History

    def sealRow(self, device, place, row):
        return {"sealed": base64_text(rows.seal(base64_bytes(row), self.devices[device][-1], place.encode()))}

    def openRow(self, device, place, sealed):
        return {"row": base64_text(rows.open(base64_bytes(sealed), self.devices[device][-1], place.encode()))}

    # Files

    def sealFile(self, content):
        uploaded, secret = files.seal(base64_bytes(content))
        return {"uploaded": base64_text(uploaded), "secret": base64_text(secret.encoded())}

    def openFile(self, uploaded, secret):
        return {"content": base64_text(
            files.open(base64_bytes(uploaded), files.Secret.decoded(base64_bytes(secret))))}

    # Recovery

    def generateRecoveryKey(self):
        return {"text": recovery.text(os.urandom(recovery.KEY_BYTES))}

    def checkRecoveryKey(self, text):
        recovery.key_from(text)
        return {}

    def sealBackup(self, recoveryText, kek, userId, wrappedIdentity, counter, madeAt, contents):
        identity = self.identity(wrappedIdentity, kek, userId)
        return {"backup": base64_text(recovery.seal(
            recovery.key_from(recoveryText), userId, counter, madeAt, identity, base64_bytes(contents)))}

    def openBackup(self, recoveryText, kek, userId, counterSeen, backup):
        opened = recovery.open(base64_bytes(backup), recovery.key_from(recoveryText), userId, counterSeen)
        return {
            "wrappedIdentity": self.wrapped_identity(opened.identity_key, kek, userId),
            "counter": opened.header.counter, "madeAt": opened.header.made_at,
            "contents": base64_text(opened.contents)}

    # Verification

    def verification(self, parties):
        pair = [verification.Party(each["userId"], base64_bytes(each["identityKey"])) for each in parties]
        return {
            "number": verification.safety_number(*pair), "code": base64_text(verification.safety_code(*pair))}

    def compare(self, parties, scanned):
        verification.compare(base64_bytes(scanned), base64_bytes(self.verification(parties)["code"]))
        return {}


def kept_of(chat_id, state):
    return envelopes.State.decoded(base64_bytes(state), chat_id) if state else envelopes.State()


def record(told):
    return envelopes.Device(
        told["userId"], told["deviceId"], *(
            base64_bytes(told.get(name, "")) for name in ("signingKey", "encryptionKey", "certificate")))


def checked(roster):
    """Its devices, certified."""
    identity_keys = {each["userId"]: base64_bytes(each["identityKey"]) for each in roster["identityKeys"]}
    return envelopes.checked_roster([record(each) for each in roster["devices"]], identity_keys)


def reference(told):
    return told and envelopes.Reference(
        told["authorId"], base64_bytes(told["clientId"]), base64_bytes(told["headerHash"]))


def told_reference(reference):
    return {
        "authorId": reference.author_id, "clientId": base64_text(reference.client_id),
        "headerHash": base64_text(reference.header_hash)}


def where(chat_id, place):
    target = envelopes.UNKNOWN if place["isTargetUnknown"] else reference(place.get("target"))
    if "clientId" not in place:
        return envelopes.Place(chat_id, None, place["senderId"], None, envelopes.EDIT, target, is_copy=True)
    return envelopes.Place(
        chat_id, base64_bytes(place["clientId"]), place["senderId"], place["senderDeviceId"], place["kind"], target)


# Together


@contextmanager
def all_cores():
    with ExitStack() as stack:
        swift, node = swift_core(), node_core()
        stack.callback(swift.close)
        stack.callback(node.close)
        yield [swift, stack.enter_context(chromium_core()), PythonCore(), node]


NAMES = "Swift", "Chromium", "Python", "node"


def count(record_property, **counts):
    """For the report, and for who reads along."""
    for name, value in counts.items():
        record_property(name, value)
    print(", ".join(f"{value} {name}" for name, value in counts.items()))
