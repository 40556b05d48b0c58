"""Accounts, log-ins and the access tokens that other programs can verify without asking the server."""

import uuid

import jwt
import pytest
from harness import secrets
from harness.person import Person, error_code, expect

MINUTES_15 = 15 * 60


def credentials(**changes):
    return {"email": f"{uuid.uuid4().hex}@example.org", "password": secrets.new_password(), **changes}


def test_an_account_can_be_made_and_used(person):
    alice = person()
    user = expect(alice.get("/v1/users/me"), 200)["user"]
    assert user["id"] == alice.id
    assert user["email"] == alice.email
    assert user["username"]
    assert alice.answer["accessTokenExpiresIn"] == MINUTES_15


def test_the_address_is_shown_only_to_its_owner(person):
    alice, bob = person(), person()
    seen = expect(bob.get(f"/v1/users/{alice.id}"), 200)["user"]
    assert seen["id"] == alice.id
    assert "email" not in seen


def test_an_address_has_one_account(person):
    alice = person()
    for spelling in (alice.email, alice.email.upper()):
        refused = alice.post("/v1/auth/register", credentials(email=spelling), token=None)
        assert (refused.status_code, error_code(refused)) == (409, "user.email_taken")


def test_a_user_name_has_one_account(person):
    alice = person()
    name = "n" + uuid.uuid4().hex[:20]
    expect(alice.post("/v1/auth/register", credentials(username=name), token=None), 201)
    refused = alice.post("/v1/auth/register", credentials(username=name), token=None)
    assert (refused.status_code, error_code(refused)) == (409, "user.username_taken")


@pytest.mark.parametrize("length", [7, 129])
def test_a_password_that_is_too_short_or_too_long_is_refused(person, length):
    refused = person().post("/v1/auth/register", credentials(password="x" * length), token=None)
    assert (refused.status_code, error_code(refused)) == (400, "request.invalid")
    assert refused.json()["error"]["details"]["field"] == "password"


@pytest.mark.parametrize("length", [8, 128])
def test_a_password_at_the_limit_is_taken(person, length):
    expect(person().post("/v1/auth/register", credentials(password="x" * length), token=None), 201)


@pytest.mark.parametrize("address", ["", "nobody", "@example.org", "a b@example.org"])
def test_what_is_no_address_is_refused(person, address):
    refused = person().post("/v1/auth/register", credentials(email=address), token=None)
    assert (refused.status_code, error_code(refused)) == (400, "request.invalid")
    assert refused.json()["error"]["details"]["field"] == "email"


def test_one_logs_in_by_address_or_name(person):
    alice = person()
    for login in ({"email": alice.email}, {"username": alice.answer["user"]["username"]}):
        answer = expect(alice.post("/v1/auth/login", {**login, "password": alice.password}, token=None), 200)
        assert answer["user"]["id"] == alice.id
        assert answer["session"]["id"] != alice.session_id


def test_a_device_outlives_its_sessions(person):
    alice = person()
    body = {"email": alice.email, "password": alice.password, "device": {"id": alice.device_id}}
    again = expect(alice.post("/v1/auth/login", body, token=None), 200)
    assert again["device"]["id"] == alice.device_id
    assert again["session"]["id"] != alice.session_id
    assert alice.on_another_device().device_id != alice.device_id


def test_a_strangers_device_cannot_be_used(person):
    alice, bob = person(), person()
    body = {"email": bob.email, "password": bob.password, "device": {"id": alice.device_id}}
    refused = bob.post("/v1/auth/login", body, token=None)
    assert (refused.status_code, error_code(refused)) == (404, "device.not_found")


def test_a_wrong_password_and_an_unknown_login_look_the_same(person):
    alice = person()
    wrong = alice.post("/v1/auth/login", {"email": alice.email, "password": secrets.new_password()}, token=None)
    unknown = alice.post("/v1/auth/login", credentials(), token=None)
    assert (wrong.status_code, error_code(wrong)) == (401, "auth.credentials_invalid")
    assert (unknown.status_code, unknown.json()["error"]) == (401, wrong.json()["error"])


def test_calls_need_a_token(person):
    alice = person()
    refused = alice.get("/v1/users/me", token=None)
    assert (refused.status_code, error_code(refused)) == (401, "auth.required")


def test_what_is_no_token_of_this_server_is_refused(person):
    alice = person()
    header, claims, signature = alice.token.split(".")
    other_claims = person().token.split(".")[1]
    unsigned = jwt.encode(jwt.decode(alice.token, options={"verify_signature": False}), None, algorithm="none")
    with_a_shared_key = jwt.encode({"sub": alice.id}, "k" * 32, algorithm="HS256", headers={"kid": "1"})
    forged = [
        "garbage", "a.b.c", f"{header}.{other_claims}.{signature}", f"{header}.{claims}.", unsigned, with_a_shared_key,
    ]
    for token in forged:
        refused = alice.get("/v1/users/me", token=token)
        assert (refused.status_code, error_code(refused)) == (401, "auth.invalid"), token


def test_others_can_verify_a_token_with_the_published_keys(person):
    alice = person()
    published = jwt.PyJWKSet.from_dict(expect(alice.get("/.well-known/jwks.json", token=None), 200))
    key = published[jwt.get_unverified_header(alice.token)["kid"]]
    claims = jwt.decode(
        alice.token, key, algorithms=["ES256"], issuer="martlet", audience="martlet",
        options={"require": ["iss", "aud", "sub", "sid", "did", "iat", "exp"]})
    assert claims["sub"] == alice.id
    assert claims["sid"] == alice.session_id
    assert claims["did"] == alice.device_id
    assert claims["exp"] - claims["iat"] == MINUTES_15


def test_a_token_still_holds_after_a_restart(own_server):
    alice = Person.register(own_server)
    own_server.stop()
    own_server.restart()
    assert expect(alice.get("/v1/users/me"), 200)["user"]["id"] == alice.id
