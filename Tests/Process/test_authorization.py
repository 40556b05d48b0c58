"""Who may make which call on whose things: every call of the contract, with the caller's own, somebody else's, ones
that there are not, and without a token. The table of docs/authorization.md is what came out.

A call without a recipe fails, so that none is forgotten. `MARTLET_WRITE=1` writes the table anew.
"""

import os
from pathlib import Path

import pytest
from harness import described
from harness.authorization import ABSENT, COLUMNS, RECIPES, Cast, outcome, table

TABLE = Path(__file__).resolve().parents[2] / "docs/authorization.md"


def operations():
    return {
        operation["operationId"]: (method.upper(), path, operation)
        for path, methods in described.OPENAPI["paths"].items()
        for method, operation in methods.items()
        if "operationId" in operation
    }


OPERATIONS = operations()
NEEDS_TOKEN = [name for name, (_, _, operation) in OPERATIONS.items() if {"accessToken": []} in operation["security"]
               and {} not in operation["security"]]


@pytest.fixture(scope="module")
def rows(server):
    """What came out, by call and column, as the tests below go along."""
    found = {}
    yield found
    if set(found) == set(RECIPES) and all(set(row) == set(COLUMNS) for row in found.values()):
        text = table(OPERATIONS, found)
        if os.environ.get("MARTLET_WRITE"):
            TABLE.write_text(text)
        assert TABLE.read_text() == text, "run this with MARTLET_WRITE=1 and commit docs/authorization.md"


def test_every_call_has_a_recipe():
    assert sorted(RECIPES) == sorted(NEEDS_TOKEN)


def test_what_needs_no_token_is_known():
    """A call that forgets to ask for one shows up here."""
    assert sorted(set(OPERATIONS) - set(NEEDS_TOKEN)) == [
        "getAsyncAPI", "getHealth", "getMetrics", "getOpenAPI", "getPublicKey", "getReadiness", "login", "logout",
        "openSocket", "prelogin", "refresh", "register",
    ]


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("call", sorted(RECIPES))
def test_authorization(server, rows, call, column):
    recipe = RECIPES[call]
    answer = outcome(server, OPERATIONS[call], recipe, column)
    rows.setdefault(call, {})[column] = answer
    assert answer == recipe.expected(column), answer


def test_a_token_of_nobody_opens_nothing(server):
    """Every call, with a token whose signature is another's."""
    cast = Cast(server)
    header, claims, signature = cast.alice.token.split(".")
    forged = f"{header}.{claims}.{signature[::-1]}"
    for name in NEEDS_TOKEN:
        method, path, _ = OPERATIONS[name]
        for part in ("id", "chatId", "userId", "contactId", "deviceId", "emoji"):
            path = path.replace("{" + part + "}", ABSENT)
        answer = cast.alice.request(method, path, token=forged, json={})
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "auth.invalid"), name
