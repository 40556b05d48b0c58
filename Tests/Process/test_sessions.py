"""Sessions: kept alive by refresh tokens, listed, ended; what has ended is over at once, for calls and for sockets."""

import threading

import pytest
from harness import secrets
from harness.person import Person, expect, message, refusal
from websockets.exceptions import InvalidStatus

REVOKED = (401, "auth.revoked")
CLOSED_REVOKED = 4003


def refresh(person, token):
    """The raw answer to a refresh token."""
    response = person.post("/v1/auth/refresh", {"refreshToken": token}, token=None)
    if response.ok:
        secrets.remember(response.json()["refreshToken"], response.json()["accessToken"])
    return response


def refreshed(person, token):
    return expect(refresh(person, token), 200)


def me(person, token=True):
    return person.get("/v1/users/me", token=token)


def test_a_refresh_token_gives_an_access_token_and_its_successor(person):
    alice = person()
    answer = refreshed(alice, alice.answer["refreshToken"])
    assert answer["refreshToken"] != alice.answer["refreshToken"]
    assert expect(me(alice, answer["accessToken"]), 200)["user"]["id"] == alice.id
    again = refreshed(alice, answer["refreshToken"])
    assert expect(me(alice, again["accessToken"]), 200)["user"]["id"] == alice.id


def test_a_lost_answer_logs_nobody_out(person):
    alice = person()
    token = alice.answer["refreshToken"]
    first, second = refreshed(alice, token), refreshed(alice, token)
    assert first["refreshToken"] == second["refreshToken"]
    refreshed(alice, second["refreshToken"])


def test_refreshes_at_once_get_the_same_successor(person):
    alice = person()
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(refresh(alice, alice.answer["refreshToken"])))
        for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["refreshToken"] for answer in answers}) == 1


def test_a_token_used_again_ends_the_session_and_its_sockets(person):
    alice = person()
    stolen = alice.answer["refreshToken"]
    second = refreshed(alice, stolen)["refreshToken"]
    third = refreshed(alice, second)["refreshToken"]
    with alice.connect() as socket:
        assert refusal(refresh(alice, stolen)) == REVOKED
        assert socket.close_code() == CLOSED_REVOKED
    assert refusal(refresh(alice, third)) == REVOKED
    assert refusal(me(alice)) == REVOKED


@pytest.mark.parametrize("token", ["", "x", "A" * 80, "A" * 5000, "é"])
def test_what_is_no_refresh_token_is_refused(person, token):
    alice = person()
    assert refusal(refresh(alice, token)) == (401, "auth.refresh_invalid")
    assert refusal(refresh(alice, alice.token)) == (401, "auth.refresh_invalid")


def test_nothing_at_all_is_refused(person):
    alice = person()
    assert refusal(alice.post("/v1/auth/refresh", {}, token=None)) == (401, "auth.required")
    assert refusal(alice.post("/v1/auth/logout", {}, token=None)) == (401, "auth.required")


def test_logging_out_ends_calls_sockets_and_refreshing_at_once(person):
    alice = person()
    with alice.connect() as socket:
        expect(alice.post("/v1/auth/logout", {}), 204)
        assert refusal(me(alice)) == REVOKED
        assert socket.close_code() == CLOSED_REVOKED
    assert refusal(refresh(alice, alice.answer["refreshToken"])) == REVOKED
    with person().socket() as socket:
        socket.send("session.resume", {"accessToken": alice.token})
        assert socket.close_code() == CLOSED_REVOKED
    with pytest.raises(InvalidStatus) as refused:
        alice.socket()
    assert refused.value.response.status_code == 401


def test_one_logs_out_with_the_refresh_token_alone(person):
    alice = person()
    body = {"refreshToken": alice.answer["refreshToken"]}
    expect(alice.post("/v1/auth/logout", body, token=None), 204)
    assert refusal(me(alice)) == REVOKED
    # It is over already, which is what was asked for.
    expect(alice.post("/v1/auth/logout", body, token=None), 204)


def test_sessions_are_listed_with_their_devices(person):
    alice = person()
    second = alice.on_another_device()
    sessions = expect(second.get("/v1/sessions"), 200)["sessions"]
    assert [session["id"] for session in sessions] == [second.session_id, alice.session_id]
    assert [session["current"] for session in sessions] == [True, False]
    assert [session["device"]["name"] for session in sessions] == ["second", "first"]
    assert {session["device"]["platform"] for session in sessions} == {"test"}
    assert all(session["createdAt"] and session["lastUsedAt"] for session in sessions)


def test_one_ends_one_of_ones_own_sessions_and_no_others(person):
    alice, bob = person(), person()
    second = alice.on_another_device()
    for session_id in (second.session_id, "1", "0", "18446744073709551615"):
        assert refusal(bob.request("DELETE", f"/v1/sessions/{session_id}")) == (404, "session.not_found")
    with second.connect() as socket, alice.connect() as own:
        expect(alice.request("DELETE", f"/v1/sessions/{second.session_id}"), 204)
        assert socket.close_code() == CLOSED_REVOKED
        own.settle()
    assert refusal(me(second)) == REVOKED
    assert refusal(alice.request("DELETE", f"/v1/sessions/{second.session_id}")) == (404, "session.not_found")
    expect(me(alice), 200)


def test_others_end_for_who_knows_the_password(person):
    alice = person()
    second, third = alice.on_another_device(), alice.on_another_device()
    wrong = alice.post("/v1/sessions/end-others", {"password": "not the password"})
    assert refusal(wrong) == (401, "auth.credentials_invalid")
    expect(me(second), 200)
    expect(alice.post("/v1/sessions/end-others", {"password": alice.password}), 204)
    assert refusal(me(second)) == refusal(me(third)) == REVOKED
    assert len(expect(alice.get("/v1/sessions"), 200)["sessions"]) == 1


def test_a_new_password_ends_other_sessions_and_is_wanted_from_then_on(person):
    alice = person()
    second = alice.on_another_device()
    new = secrets.new_password()
    change = {"currentPassword": "not the password", "newPassword": new}
    assert refusal(alice.post("/v1/auth/change-password", change)) == (401, "auth.credentials_invalid")
    change["currentPassword"] = alice.password
    with second.connect() as socket:
        expect(alice.post("/v1/auth/change-password", change), 204)
        assert socket.close_code() == CLOSED_REVOKED
    expect(me(alice), 200)
    old = {"email": alice.email, "password": alice.password}
    assert refusal(alice.post("/v1/auth/login", old, token=None)) == (401, "auth.credentials_invalid")
    alice.password = new
    alice.on_another_device()


@pytest.mark.parametrize("length", [7, 129])
def test_a_new_password_has_the_length_of_any(person, length):
    alice = person()
    change = {"currentPassword": alice.password, "newPassword": "x" * length}
    refused = alice.post("/v1/auth/change-password", change)
    assert refusal(refused) == (400, "request.invalid")
    assert refused.json()["error"]["details"]["field"] == "newPassword"


def test_what_has_ended_stays_so_when_the_server_is_killed(own_server):
    alice = Person.register(own_server)
    second = alice.on_another_device()
    successor = refreshed(second, second.answer["refreshToken"])["refreshToken"]
    expect(alice.post("/v1/auth/logout", {}), 204)
    own_server.kill()
    own_server.restart()
    assert refusal(me(alice)) == REVOKED
    assert refusal(refresh(alice, alice.answer["refreshToken"])) == REVOKED
    # A spent token is known to be, and its successor is still the same.
    assert refreshed(second, second.answer["refreshToken"])["refreshToken"] == successor


def test_a_socket_takes_a_fresh_token_of_its_own_session_only(pair):
    alice, bob, _ = pair
    fresh = refreshed(alice, alice.answer["refreshToken"])["accessToken"]
    with alice.connect() as socket:
        answer = socket.ask("session.refresh", {"accessToken": fresh})
        assert answer["type"] == "session.refreshed"
        assert answer["payload"]["refreshBy"]
        for wrong in (bob.token, alice.on_another_device().token, "", "x"):
            refused = socket.ask("session.refresh", {"accessToken": wrong})
            assert (refused["type"], refused["payload"]["code"]) == ("error", "auth.invalid")
        socket.settle()


def test_a_session_that_ends_takes_only_its_own_sockets(trio):
    alice, bob, _, chat = trio
    second = alice.on_another_device()
    with alice.connect() as own, alice.connect() as another, second.connect() as theirs, bob.connect() as other:
        expect(second.request("DELETE", f"/v1/sessions/{alice.session_id}"), 204)
        assert own.close_code() == another.close_code() == CLOSED_REVOKED
        sent = other.say(message(chat))
        assert theirs.next_message(chat)["seq"] == sent["seq"]


# How a password is sent


def test_prelogin_says_how_a_password_was_derived(person):
    alice = person()
    salt = "AAECAwQFBgcICQoLDA0ODw=="
    kdf = {"algorithm": "pbkdf2-hmac-sha256", "salt": salt, "iterations": 600_000}
    change = {"currentPassword": alice.password, "newPassword": secrets.new_password(), "kdf": kdf}

    def asked(login):
        return expect(alice.post("/v1/auth/prelogin", {"login": login}, token=None), 200)

    assert asked(alice.email)["mode"] == "plain"
    expect(alice.post("/v1/auth/change-password", change), 204)
    derived = {"mode": "derived", "kdf": "pbkdf2-hmac-sha256", "salt": salt, "iterations": 600_000}
    assert asked(alice.email) == asked(alice.email.upper()) == asked(alice.answer["user"]["username"]) == derived


def test_unknown_logins_have_answers_that_look_the_same_and_stay(own_server):
    alice = Person.register(own_server)

    def asked(index):
        login = {"login": f"nobody{index}@example.org"}
        return expect(alice.post("/v1/auth/prelogin", login, token=None), 200)

    before = [asked(index) for index in range(20)]
    own_server.stop()
    own_server.restart()
    assert [asked(index) for index in range(20)] == before
    assert {answer["mode"] for answer in before} == {"plain", "derived"}
