"""End-to-end encryption in Chromium: the Worker, its store, two pages at once, breakdowns, browsers that lack it."""

import json

import pytest
from harness import PATIENCE_SECONDS
from harness.crypto_page import VECTORS, chromium, folder_to_serve
from harness.server import REPOSITORY, Server

MARKER = "a text that stands nowhere else 8c08b26eee5588c2"
CALLS = 160
WORKER = "host-worker.js"


@pytest.fixture(scope="module")
def web_server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crypto")
    server = Server(folder, flags=["--web", str(folder_to_serve(folder / "web"))]).start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def context(browser):
    """A browser profile of its own."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def new_page(context, web_server):
    complaints = []

    def open_page(script=None):
        page = context.new_page()
        page.set_default_timeout(1000 * PATIENCE_SECONDS)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: line.type == "error" and complaints.append(f"{line.text} {line.location}"))
        if script:
            page.add_init_script(script)
        page.goto(web_server.url + "/")
        page.wait_for_function("window.page !== undefined")
        return page
    yield open_page
    # A browser asks for an icon by itself; there is none.
    assert [line for line in complaints if "favicon" not in line] == []


def ask_worker(page, **message):
    answer = page.evaluate("([script, message, seconds]) => page.askWorker(script, message, seconds)",
                           [WORKER, message, PATIENCE_SECONDS])
    assert isinstance(answer, (dict, int)), answer
    return answer


def test_two_people_talk(new_page):
    assert new_page().evaluate("page.talk()") == {
        "text": "hé\U0001f426", "answer": "you too", "rosterDiffers": False, "counters": ["1", "1"],
        "changed": "Refusal: envelope.signature", "replayed": "Refusal: counter.replayed", "numbers": 1,
    }


def test_an_account_is_restored_from_its_backup(new_page):
    assert new_page().evaluate("page.restore()") == {
        "contents": "of 33", "renewed": "more", "counter": "2", "old": "Refusal: backup.counter"}


@pytest.mark.parametrize(("size", "pieces"), [(0, 1), (70_000, 2)])
def test_a_file_goes_through_the_worker(new_page, size, pieces):
    assert new_page().evaluate("count => page.file(count)", size) == {"pieces": pieces, "same": True}


# One instance, many calls


def test_calls_at_once_are_made_in_turn(new_page):
    answer = ask_worker(new_page(), ask="overlap", count=CALLS, inTurn=True)
    assert answer["right"] == CALLS, answer["causes"]


def test_calls_that_are_not_made_in_turn_break(new_page):
    """The proof that the test before this one can fail."""
    page = new_page()
    answer = page.evaluate("([script, message, seconds]) => page.askWorker(script, message, seconds)",
                           [WORKER, {"ask": "overlap", "count": CALLS, "inTurn": False}, PATIENCE_SECONDS / 3])
    # One whose stack was overwritten may also run for ever.
    print(f"of {CALLS} without turns: {answer}")
    assert answer == "no answer" or answer["right"] < CALLS


def test_after_a_breakdown_the_core_goes_on(new_page):
    assert ask_worker(new_page(), ask="breakDown") == {
        "error": "CoreTrapped", "counter": "2", "text": "three", "instances": 2}


# What is stored


def test_two_pages_never_use_one_counter_twice(new_page):
    first, second = new_page(), new_page()
    kept = first.evaluate("page.create('1', '2')")
    second.evaluate("kept => page.load('1', '2', kept)", kept)
    count = 20
    # Both begin before either is waited for.
    for page in (first, second):
        page.evaluate("count => { window.counters = page.sealMany('1', '9', count); }", count)
    counters = [int(counter) for page in (first, second) for counter in page.evaluate("window.counters")]
    assert sorted(counters) == list(range(1, 2 * count + 1))


def test_keys_cannot_be_exported_and_outlive_the_page(new_page):
    page = new_page()
    kept = page.evaluate("page.create('1', '2')")
    entry = page.evaluate("page.sealOne('1', '9', 'before')")
    # The account's, and the device's for signing, unwrapping and storing; each in two formats.
    assert page.evaluate("page.exports()") == ["InvalidAccessError"] * 8
    page.reload()
    page.wait_for_function("window.page !== undefined")
    page.evaluate("kept => page.load('1', '2', kept)", kept)
    assert page.evaluate("entry => page.openOne('1', entry)", entry) == "before"
    assert json.loads(page.evaluate("page.sealOne('1', '9', 'after')"))["counter"] == "2"
    assert page.evaluate("page.exports()") == ["InvalidAccessError"] * 8


def test_private_keys_can_be_sealed_only_before_they_are_used(new_page):
    assert ask_worker(new_page(), ask="sealingOfKeys") == {
        "used": "refused", "unsealed": "refused", "resealable": "sealed", "otherKind": "refused"}


def test_a_page_that_ends_loses_nothing_that_was_opened(new_page):
    page = new_page()
    kept = page.evaluate("page.create('1', '2')")
    entry = page.evaluate("marker => page.sealOne('1', '9', marker, 'sent/1')", MARKER)
    page.evaluate("entry => page.openOne('1', entry, 'message/1')", entry)
    page.close()
    later = new_page()
    later.evaluate("kept => page.load('1', '2', kept)", kept)
    assert later.evaluate("entry => page.openAgain('1', entry)", entry) == "Refusal: counter.replayed"
    assert later.evaluate("page.readRow('1', 'message/1')") == MARKER
    assert later.evaluate("page.readRow('1', 'sent/1')") == MARKER
    assert later.evaluate("page.readRow('1', 'message/2')") is None
    # The state, and both rows.
    assert later.evaluate("marker => page.isStoredOpenly(marker)", MARKER) == {"rows": 3, "found": False}


def test_an_account_that_is_forgotten_leaves_nothing(new_page):
    page = new_page()
    page.evaluate("page.create('1', '2')")
    page.evaluate("page.create('11', '3')")
    page.evaluate("page.sealOne('1', '9', 'text', 'sent/1')")
    # What is left is of the other account, whose id begins with the same digit.
    assert page.evaluate("page.forget('1')") == [1, 1, 0, 0]
    assert page.evaluate("page.outcomeOf('1', 'load', { userId: '1', deviceId: '2' })").startswith("NotStored: ")
    assert page.evaluate("page.outcomeOf('1', 'readRow', { place: 'sent/1' })").startswith("NotStored: ")


def test_a_worker_has_only_the_methods_of_a_device(new_page):
    page = new_page()
    page.evaluate("page.create('1', '2')")
    for name in ("constructor", "toString", "#keys", "nothing"):
        assert page.evaluate("name => page.outcomeOf('1', name)", name) == f"Error: no method {name}"


def test_nobody_waits_for_a_worker_that_has_ended(context, web_server):
    page = context.new_page()
    page.goto(web_server.url + "/")
    page.wait_for_function("window.page !== undefined")
    lost = "Error: The Worker of encryption ended: it could not be loaded"
    closed = "Error: The Worker of encryption was closed."
    assert page.evaluate("page.ended()") == [lost, lost, closed, closed]


# Browsers and pages that cannot


@pytest.mark.parametrize(
    ("script", "need"),
    [
        ("delete WebAssembly.Suspending", "a newer browser: Chrome or Edge 137, Firefox 153, Safari 27"),
        ("Object.defineProperty(window, 'isSecureContext', { value: false })", "a secure connection: open this page"),
        ("Object.defineProperty(window, 'indexedDB', { value: undefined })", "allow site data for this page"),
        ("delete window.Worker", "Web Workers"),
        ("Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })", "a newer browser: Chrome"),
    ],
    ids=["suspension", "secure-context", "store", "worker", "locks"],
)
def test_a_page_that_cannot_is_told_what_it_needs(new_page, script, need):
    page = new_page(script)
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    support = page.evaluate("page.support()")
    assert len(support["missing"]) == 1 and need in support["sentence"]
    assert page.evaluate("page.connect()") == f"NotSupported: {support['sentence']}"
    assert requests == [], "neither the Worker nor the module was asked for"


def test_a_page_that_can_is_told_nothing(new_page):
    assert new_page().evaluate("page.support()") == {"missing": [], "sentence": None}


# Vectors


OWN_VECTORS = json.loads((REPOSITORY / "Tests/Vectors/encryption.json").read_text())
# Files whose bytes are too many to stand in the vectors; no bytes, which calls take for the state of a new chat.
OUT_OF_SCOPE = {"files": 7, "states": 1}


@pytest.mark.parametrize(
    "name",
    ["devices", "rosters", "openings", "states", "passwords", "wrappedKeys", "rows", "files", "recoveryKeys", "backups",
     "safetyNumbers", "safetyCodes"],
)
def test_our_vectors(new_page, name):
    answer = ask_worker(new_page(), ask="vectors", list=name, file=OWN_VECTORS)
    print(f"vectors in Chromium: {name}: {answer['checked']} checked, {answer['outOfScope']} out of scope")
    assert answer["failures"] == []
    assert answer["outOfScope"] == OUT_OF_SCOPE.get(name, 0)
    assert answer["checked"] + answer["outOfScope"] == len(OWN_VECTORS[name])


@pytest.mark.skipif(
    not VECTORS.exists(), reason="no test vectors: set MARTLET_VECTORS to the folder that has wycheproof/ in it")
@pytest.mark.parametrize(
    ("name", "valid", "invalid", "out_of_scope"),
    [
        ("aes_gcm", 39, 27, 250),
        ("ed25519", 88, 63, 0),
        ("hkdf_sha256", 83, 3, 0),
        ("hmac_sha256", 66, 108, 0),
        ("pbkdf2_hmacsha256", 60, 0, 0),
        ("rsa_oaep_2048_sha256_mgf1sha256", 18, 19, 0),
    ],
)
def test_wycheproof(new_page, name, valid, invalid, out_of_scope):
    file = json.loads((VECTORS / f"{name}_test.json").read_text())
    answer = ask_worker(new_page(), ask="wycheproof", name=name, file=file)
    print(f"Wycheproof {name} in Chromium: {answer['counts']}")
    assert answer["failures"] == []
    assert answer["counts"] == {"valid": valid, "invalid": invalid, "outOfScope": out_of_scope}
