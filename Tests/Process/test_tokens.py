"""Access tokens: other programs verify them over JWKS; what the server did not issue itself is refused everywhere."""

import base64
import hashlib
import hmac
import json
import sqlite3
import time

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_private_key
from harness.person import Person, error_code, expect, http_session, refusal
from harness.server import Server
from websockets.exceptions import InvalidStatus

INVALID = (401, "auth.invalid")
EXPIRED = (401, "auth.expired")
CLOSED_REQUIRED = 4001


@pytest.fixture(scope="module")
def forge(tmp_path_factory):
    """A server of which the test has the private key, to sign what the server never would."""
    server = Server(tmp_path_factory.mktemp("tokens")).start()
    yield Forge(server)
    server.stop()


class Forge:
    def __init__(self, server):
        self.server = server
        self.alice = Person.register(server)
        with sqlite3.connect(f"file:{server.data}/identity.db?mode=ro", uri=True) as database:
            (self.key_id, der), = database.execute("SELECT key_id, der FROM signing_keys")
        self.key = load_der_private_key(der, None)
        self.claims = jwt.decode(self.alice.token, options={"verify_signature": False})
        self.header = {"alg": "ES256", "typ": "JWT", "kid": self.key_id}

    def sign(self, header=None, claims=None, key=None):
        """A token of these texts or objects, signed well."""
        signed = ".".join(encode(part) for part in (header or self.header, claims or self.claims))
        r, s = utils.decode_dss_signature((key or self.key).sign(signed.encode(), ec.ECDSA(SHA256())))
        return f"{signed}.{base64url(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"

    def changed(self, **claims):
        return self.sign(claims={**self.claims, **claims})

    def outcome(self, token):
        """What a call with the token gets. Sockets get the same, as an answer and as a frame."""
        answer = self.alice.get("/v1/users/me", token=token)
        if not answer.ok:
            assert answer.headers["WWW-Authenticate"] == "Bearer"
            self.check_sockets(token, error_code(answer))
        return refusal(answer)

    def check_sockets(self, token, code):
        with self.alice.socket() as socket:
            assert socket.answer(socket.send("session.resume", {"accessToken": token}))["payload"]["code"] == code
            assert socket.close_code() == CLOSED_REQUIRED
        mallory = Person(self.server, "", "", {**self.alice.answer, "accessToken": token})
        with pytest.raises(InvalidStatus) as refused:
            mallory.socket()
        assert refused.value.response.status_code == 401


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def encode(part):
    text = part if isinstance(part, str) else json.dumps(part, separators=(",", ":"))
    return base64url(text.encode())


def test_pyjwt_verifies_our_tokens_with_the_keys_it_fetches_itself(server, person):
    alice = person()
    client = jwt.PyJWKClient(f"{server.url}/.well-known/jwks.json")
    key = client.get_signing_key_from_jwt(alice.token)
    claims = jwt.decode(alice.token, key.key, algorithms=["ES256"], issuer="martlet", audience="martlet")
    assert (claims["sub"], claims["sid"], claims["did"]) == (alice.id, alice.session_id, alice.device_id)


def test_what_the_forge_signs_is_as_good_as_the_server_s_own(forge):
    """Else none of the refusals below would prove anything."""
    assert forge.outcome(forge.sign()) == (200, None)
    assert forge.outcome(forge.changed(iat=forge.claims["iat"] + 30)) == (200, None)


@pytest.mark.parametrize("changes", [
    {"iss": "other"}, {"iss": ""}, {"aud": "other"}, {"aud": ["martlet"]}, {"sub": ""}, {"sub": "x"}, {"sub": "-1"},
    {"sid": "1.0"}, {"did": ""}, {"exp": "1"}, {"exp": 0}, {"exp": 1 << 40}, {"exp": -1}, {"iat": 1 << 31},
    {"admin": True}, {"nbf": 0}])
def test_claims_that_are_not_exactly_ours_are_refused(forge, changes):
    assert forge.outcome(forge.changed(**changes)) == INVALID


def test_a_token_from_the_future_is_refused(forge):
    now = int(time.time())
    assert forge.outcome(forge.changed(iat=now + 3_600, exp=now + 4_500)) == INVALID


def test_an_expired_token_is_told_apart(forge):
    now = int(time.time())
    assert forge.outcome(forge.changed(iat=now - 901, exp=now - 1)) == EXPIRED


@pytest.mark.parametrize("header", [
    {"alg": "none"}, {"alg": "None"}, {"alg": "ES384"}, {"alg": "RS256"}, {"alg": ""}, {"typ": "at+jwt"}, {"kid": "1"},
    {"kid": ""}, {"kid": "../../dev/null"}, {"crit": ["exp"]}, {"jku": "https://example.org/keys"}, {"b64": False},
    {"x5u": "https://example.org"}])
def test_headers_that_are_not_exactly_ours_are_refused(forge, header):
    assert forge.outcome(forge.sign(header={**forge.header, **header})) == INVALID


def test_members_that_come_twice_are_refused(forge):
    claims = json.dumps(forge.claims, separators=(",", ":"))
    header = json.dumps(forge.header, separators=(",", ":"))
    assert forge.outcome(forge.sign(claims=claims[:-1] + f',"sub":"{forge.claims["sub"]}"}}')) == INVALID
    assert forge.outcome(forge.sign(header=header[:-1] + ',"alg":"ES256"}')) == INVALID
    assert forge.outcome(forge.sign(claims=claims + " ")) == INVALID


def test_unsigned_tokens_are_refused(forge):
    signed = ".".join(encode(part) for part in ({"alg": "none", "typ": "JWT", "kid": forge.key_id}, forge.claims))
    for token in (f"{signed}.", signed, f"{signed}.AA"):
        assert forge.outcome(token) == INVALID


@pytest.mark.parametrize("algorithm", ["HS256", "ES256"])
@pytest.mark.parametrize("form", [
    (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), (Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
    (Encoding.X962, PublicFormat.UncompressedPoint)])
def test_the_public_key_is_no_shared_secret(forge, algorithm, form):
    header = {**forge.header, "alg": algorithm}
    signed = f"{encode(header)}.{encode(forge.claims)}"
    secret = forge.key.public_key().public_bytes(*form)
    tag = hmac.new(secret, signed.encode(), hashlib.sha256).digest()
    assert forge.outcome(f"{signed}.{base64url(tag)}") == INVALID


def test_a_foreign_key_is_refused_even_under_our_key_s_id(forge):
    foreign = ec.generate_private_key(ec.SECP256R1())
    assert forge.outcome(forge.sign(key=foreign)) == INVALID


def test_another_server_s_token_is_refused(forge, person):
    assert forge.outcome(person().token) == INVALID


def test_a_token_of_a_session_that_never_was_is_taken_as_signed(forge):
    """A signature is proof enough; the log names the sessions that have ended. Who the token is of must exist."""
    token = forge.changed(sub="1", sid="1", did="1")
    assert refusal(forge.alice.get("/v1/users/me", token=token)) == (404, "user.not_found")


def test_tokens_that_are_too_long_are_refused(forge):
    for length in (2_049, 6_000):
        assert forge.outcome("A" * length) == INVALID
    assert forge.outcome(forge.changed(sub="0" * 2_000 + forge.claims["sub"])) == INVALID


@pytest.mark.parametrize("header", ["Basic {0}", "Bearer", "Bearer ", "{0}", "Bearer {0} {0}", "Bearer  {0}."])
def test_other_schemes_and_forms_are_refused(forge, header):
    headers = {"Authorization": header.format(forge.alice.token)}
    assert refusal(forge.alice.get("/v1/users/me", token=None, headers=headers)) == INVALID


def test_the_scheme_has_no_case(forge):
    headers = {"Authorization": f"bEaReR {forge.alice.token}"}
    expect(forge.alice.get("/v1/users/me", token=None, headers=headers), 200)


def signing_keys(server, change=None):
    """The rows of the stopped server's keys, the oldest first."""
    with sqlite3.connect(server.data / "identity.db") as database:
        if change:
            database.execute(change)
        return database.execute("SELECT key_id, created_at FROM signing_keys ORDER BY number").fetchall()


def published(server):
    return [key["kid"] for key in expect(http_session().get(f"{server.url}/.well-known/jwks.json"), 200)["keys"]]


def test_keys_change_with_overlap(own_server):
    """The next key is published before it signs; tokens of the one before hold on; it goes when none can."""
    alice = Person.register(own_server)
    first = jwt.get_unverified_header(alice.token)["kid"]
    own_server.stop()
    day, hour = 86_400_000, 3_600_000
    signing_keys(own_server, f"UPDATE signing_keys SET created_at = created_at - {31 * day}")
    own_server.restart()
    # It is time for another one, which nobody has heard of yet.
    first_again, second = published(own_server)
    assert first_again == first
    assert jwt.get_unverified_header(alice.on_another_device().token)["kid"] == first

    own_server.stop()
    signing_keys(own_server, f"UPDATE signing_keys SET created_at = created_at - {hour} WHERE key_id = '{second}'")
    own_server.restart()
    assert published(own_server) == [first, second]
    newer = alice.on_another_device()
    assert jwt.get_unverified_header(newer.token)["kid"] == second
    for person in (alice, newer):
        expect(person.get("/v1/users/me"), 200)

    own_server.stop()
    signing_keys(own_server, f"UPDATE signing_keys SET created_at = created_at - {hour} WHERE key_id = '{second}'")
    own_server.restart()
    assert published(own_server) == [second]
    assert refusal(alice.get("/v1/users/me")) == INVALID
    expect(newer.get("/v1/users/me"), 200)
