"""How often things may be done, with the limits of a server in service: who does too much is told how long to wait."""

import base64
import itertools
import time
import uuid

import pytest
import requests
from harness import PATIENCE_SECONDS, secrets
from harness.person import Person, error_code, expect, http_session, message, refusal
from harness.server import Server

LIMITED = (429, "rate.limited")
CLOSED_LIMITED = 4008
LOGINS_PER_ADDRESS_AND_ACCOUNT = 5
LOGINS_PER_ACCOUNT = 20
REGISTRATIONS_PER_ADDRESS = 20
REFRESHES_PER_SESSION = 30
SEARCHES_PER_USER = 60
CONNECTS_PER_USER = 20
CONNECTS_PER_ADDRESS = 1_200
MESSAGES_AT_ONCE = 40
MESSAGES_PER_SECOND = 20
SIGNALS_AT_ONCE = 20

# The public key of RFC 8032 §7.1, test 1: any key will do.
SIGNING_KEY = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")

_numbers = itertools.count(1)


def new_address():
    """One that nobody has called from."""
    return f"198.51.{100 + next(_numbers) // 250}.{next(_numbers) % 250}"


@pytest.fixture(scope="module")
def limited(tmp_path_factory):
    """A server with the default limits, behind a proxy that says where clients call from."""
    server = Server(
        tmp_path_factory.mktemp("limited"), MARTLET_LIMITS_PROFILE="default",
        MARTLET_TRUSTED_PROXIES="127.0.0.0/8").start()
    yield server
    server.stop()


def post(server, path, body, address, token=None):
    headers = {"X-Forwarded-For": address}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    response = http_session().post(server.url + path, json=body, headers=headers, timeout=PATIENCE_SECONDS)
    if response.status_code == 429:
        assert 1 <= int(response.headers["Retry-After"]) <= 60
        assert response.json()["error"]["retryAfterMs"] > 0
    return response


def new_account():
    return {"email": f"{uuid.uuid4().hex}@example.org", "password": secrets.new_password()}


@pytest.fixture
def person_at(limited):
    """A new person who registers from an address of their own."""
    def make():
        account = new_account()
        answer = expect(post(limited, "/v1/auth/register", account, new_address()), 201)
        return Person(limited, account["email"], account["password"], answer)
    return make


def log_in(server, email, password, address):
    response = post(server, "/v1/auth/login", {"email": email, "password": password}, address)
    if response.ok:
        secrets.remember(response.json()["accessToken"], response.json()["refreshToken"])
    return response


WRONG = (401, "auth.credentials_invalid")


def until_limited(attempt, free, wanted):
    """Attempts until one is refused: all before, and these are at least the free ones, have the wanted outcome.

    While a slow machine counts, the bucket fills up: a few more than the free ones may pass.
    """
    for count in range(2 * free + 5):
        outcome = refusal(attempt())
        if outcome == LIMITED:
            assert count >= free
            return
        assert outcome == wanted
    raise AssertionError(f"{2 * free + 5} attempts were not too many")


@pytest.mark.parametrize("exists", [True, False])
def test_five_log_ins_a_minute_from_one_address_to_one_account(limited, person_at, exists):
    """An account that exists is answered like one that does not: who is locked out learns nothing."""
    email = person_at().email if exists else new_account()["email"]
    address = new_address()
    until_limited(
        lambda: log_in(limited, email, "not the password", address), LOGINS_PER_ADDRESS_AND_ACCOUNT, WRONG)
    # Another spelling is the same account, and another account or address is free.
    assert refusal(log_in(limited, email.upper(), "not the password", address)) == LIMITED
    assert refusal(log_in(limited, new_account()["email"], "not the password", address)) == WRONG
    assert refusal(log_in(limited, email, "not the password", new_address())) == WRONG


def test_log_ins_that_succeed_count_too(limited, person_at):
    alice, address = person_at(), new_address()
    until_limited(
        lambda: log_in(limited, alice.email, alice.password, address), LOGINS_PER_ADDRESS_AND_ACCOUNT, (200, None))


def test_twenty_log_ins_a_minute_to_one_account_from_anywhere(limited, person_at):
    alice = person_at()
    until_limited(
        lambda: log_in(limited, alice.email, "not the password", new_address()), LOGINS_PER_ACCOUNT, WRONG)
    # Nor does the right password help, which is the price of it.
    assert refusal(log_in(limited, alice.email, alice.password, new_address())) == LIMITED


def test_addresses_of_one_ipv6_customer_are_one(limited, person_at):
    alice = person_at()
    network, other = f"2001:db8:{next(_numbers):x}:1", f"2001:db8:{next(_numbers):x}:2"
    hosts = itertools.count(1)
    until_limited(
        lambda: log_in(limited, alice.email, "not the password", f"{network}::{next(hosts):x}"),
        LOGINS_PER_ADDRESS_AND_ACCOUNT, WRONG)
    assert refusal(log_in(limited, alice.email, "not the password", f"{other}::1")) == WRONG


def test_twenty_registrations_a_minute_from_one_address(limited):
    address = new_address()
    until_limited(
        lambda: post(limited, "/v1/auth/register", new_account(), address), REGISTRATIONS_PER_ADDRESS, (201, None))
    expect(post(limited, "/v1/auth/register", new_account(), new_address()), 201)


def test_thirty_refreshes_a_minute_of_one_session(limited, person_at):
    alice = person_at()
    token = alice.answer["refreshToken"]

    def refresh():
        nonlocal token
        answer = post(limited, "/v1/auth/refresh", {"refreshToken": token}, new_address())
        if answer.ok:
            token = answer.json()["refreshToken"]
            secrets.remember(token, answer.json()["accessToken"])
        return answer
    until_limited(refresh, REFRESHES_PER_SESSION, (200, None))


@pytest.mark.parametrize("path", [
    "/v1/auth/change-password", "/v1/sessions/end-others", "/v1/keys/account/reset"])
def test_who_has_a_token_may_not_guess_the_password_either(limited, person_at, path):
    alice = person_at()
    body = {"password": "not the password", "currentPassword": "not the password", "newPassword": "another one",
            "identityKey": base64.b64encode(SIGNING_KEY).decode()}
    address = new_address()
    until_limited(
        lambda: post(limited, path, body, address, alice.token), LOGINS_PER_ADDRESS_AND_ACCOUNT, WRONG)


def test_twenty_connects_a_minute_of_one_user(limited, person_at):
    alice = person_at()
    for count in range(2 * CONNECTS_PER_USER):
        with alice.socket() as socket:
            answer = socket.answer(socket.send("session.resume", {}))
            if answer["type"] == "session.ready":
                continue
            assert count >= CONNECTS_PER_USER
            assert answer["payload"]["code"] == "rate.limited" and answer["payload"]["retryAfterMs"] > 0
            assert socket.close_code() == CLOSED_LIMITED
            return
    raise AssertionError("nobody was too many")


def test_many_connects_from_one_address(limited):
    """1,200 a minute, before anything is known of who connects."""
    headers = {
        "X-Forwarded-For": new_address(), "Connection": "Upgrade", "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Authorization": "Bearer none"}
    # Of this address no answer is described: it is for sockets.
    session = requests.Session()
    session.trust_env = False
    until_limited(
        lambda: session.get(limited.url + "/v1/ws", headers=headers, timeout=PATIENCE_SECONDS), CONNECTS_PER_ADDRESS,
        (401, "auth.invalid"))


def test_messages_of_one_device(limited, person_at):
    """A burst of 40 and 20 a second, over sockets and over HTTP together; who waits as told may go on."""
    alice = person_at()
    chat = alice.new_group()
    second = alice.on_another_device()
    with alice.connect() as socket:
        frames = [socket.send_message(message(chat)) for _ in range(2 * MESSAGES_AT_ONCE + MESSAGES_PER_SECOND)]
        answers = [socket.answer(frame) for frame in frames]
        refused = [answer["payload"] for answer in answers if answer["type"] == "error"]
        accepted = [answer for answer in answers if answer["type"] == "message.accepted"]
        assert len(accepted) >= MESSAGES_AT_ONCE
        assert refused and {error["code"] for error in refused} == {"rate.limited"}
        assert all(1 <= error["retryAfterMs"] <= 1_000 // MESSAGES_PER_SECOND + 1 for error in refused)
        # Not a wait for something to happen: that this long is enough is what the server promises, and what is tested.
        time.sleep(refused[-1]["retryAfterMs"] / 1_000)
        socket.say(message(chat))
        # Another device has a bucket of its own.
        second.say(chat)


def test_messages_over_http_are_limited_alike(limited, person_at):
    alice = person_at()
    chat = alice.new_group()
    got = []
    while len(got) < 1_000 and (not got or got[-1].ok):
        got.append(alice.post_message(chat))
    assert len(got) > MESSAGES_AT_ONCE
    assert refusal(got[-1]) == LIMITED
    assert got[-1].headers["Retry-After"] == "1"


def test_signals_of_one_socket(limited, person_at):
    alice = person_at()
    chat = alice.new_group()
    with alice.connect() as socket:
        for _ in range(SIGNALS_AT_ONCE + 30):
            socket.send("typing.start", {"chatId": chat})
        error = socket.next_of("error")["payload"]
        assert error["code"] == "rate.limited" and error["retryAfterMs"] > 0
        # Everything else goes on.
        socket.say(message(chat))


def test_sixty_searches_a_minute_of_one_user(limited, person_at):
    alice, eve = person_at(), person_at()

    def search(who=alice):
        return http_session().get(
            f"{limited.url}/v1/users", params={"query": "nobody"}, timeout=PATIENCE_SECONDS,
            headers={"Authorization": f"Bearer {who.token}"})

    until_limited(search, SEARCHES_PER_USER, (200, None))
    assert search(eve).status_code == 200


def test_nothing_of_it_holds_under_the_limits_of_load_tests(server, person):
    alice = person()
    login = {"email": alice.email, "password": alice.password}
    for _ in range(LOGINS_PER_ACCOUNT + 5):
        expect(alice.post("/v1/auth/login", login, token=None), 200)
    assert error_code(alice.post("/v1/auth/login", {**login, "password": "wrong one"}, token=None)) == WRONG[1]
