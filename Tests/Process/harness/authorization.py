"""For each call that needs a token: how it is made on one's own things, and what comes out on those of others.

A recipe is run by three people: `alice`, who owns what it is about, `mallory`, who has nothing to do with it, and again
`alice`, with identifiers that belong to nothing. What they share is made afresh for each run.
"""

from dataclasses import dataclass
from typing import Callable

from harness import secrets
from harness.person import Person, expect, message, new_client_id

# No identifier of the server's is that low: they begin with the time.
ABSENT = "77"
COLUMNS = ("own", "foreign", "absent", "no token")
NO_TOKEN = "401 auth.required"


class Cast:
    """Alice with a group that she owns, with bob in it and a message of hers; mallory is a stranger to all of it."""

    def __init__(self, server):
        self.alice, self.bob, self.mallory = (Person.register(server) for _ in range(3))
        self.chat = self.alice.new_group(self.bob)
        self.entry = self.alice.say(self.chat)


@dataclass
class Recipe:
    """How a call is made."""

    # The path's parameters and the body, for the cast; `pick` gives the real identifier, or the absent one.
    parameters: Callable = lambda cast, pick: {}
    body: Callable = lambda cast, pick: None
    query: Callable = lambda cast, pick: {}
    own: str = "200"
    # What mallory gets. None where a call names nothing but the caller's own things.
    foreign: str | None = None
    absent: str | None = None
    # What has to be so before.
    prepare: Callable = lambda cast: None

    def expected(self, column):
        return {"own": self.own, "foreign": self.foreign, "absent": self.absent, "no token": NO_TOKEN}[column]


def outcome(server, operation, recipe, column):
    """The status and the code that come out, or None where the column has no meaning for the call."""
    if recipe.expected(column) is None:
        return None
    method, path, _ = operation
    cast = Cast(server)
    recipe.prepare(cast)

    def pick(real):
        if column != "absent":
            return real
        # The identifier of a message names its chat.
        return f"{ABSENT}.1" if "." in str(real) else ABSENT

    for name, value in recipe.parameters(cast, pick).items():
        path = path.replace("{" + name + "}", value)
    assert "{" not in path, f"{path} needs another parameter"
    caller = cast.mallory if column == "foreign" else cast.alice
    answer = caller.request(
        method, path, token=column != "no token", json=recipe.body(cast, pick), params=recipe.query(cast, pick))
    code = "" if answer.ok else " " + answer.json()["error"]["code"]
    return f"{answer.status_code}{code}"


CHAT_UNKNOWN = {"foreign": "404 chat.not_found", "absent": "404 chat.not_found"}


def chat_parameter(name):
    return lambda cast, pick: {name: pick(cast.chat)}


RECIPES = {
    # Chats
    "createChat": Recipe(
        body=lambda cast, pick: {"type": "group", "encryption": "server", "memberIds": [pick(cast.bob.id)]},
        own="201", absent="404 user.not_found"),
    "getChats": Recipe(),
    "getChat": Recipe(parameters=chat_parameter("id"), **CHAT_UNKNOWN),
    "updateChat": Recipe(
        parameters=chat_parameter("id"), body=lambda cast, pick: {"name": "Garden"}, **CHAT_UNKNOWN),
    "getMembers": Recipe(parameters=chat_parameter("chatId"), **CHAT_UNKNOWN),
    "addMembers": Recipe(
        parameters=chat_parameter("chatId"), body=lambda cast, pick: {"userIds": [cast.mallory.id]}, **CHAT_UNKNOWN),
    "changeMemberRole": Recipe(
        parameters=lambda cast, pick: {"chatId": pick(cast.chat), "userId": cast.bob.id},
        body=lambda cast, pick: {"role": "admin"}, **CHAT_UNKNOWN),
    "removeMember": Recipe(
        parameters=lambda cast, pick: {"chatId": pick(cast.chat), "userId": cast.bob.id}, own="204", **CHAT_UNKNOWN),
    "getChatKeys": Recipe(
        prepare=lambda cast: setattr(
            cast, "sealed", expect(cast.alice.create_chat(cast.bob), 201)["chat"]["id"]),
        parameters=lambda cast, pick: {"id": pick(cast.sealed)}, **CHAT_UNKNOWN),
    # Messages
    "sendMessage": Recipe(
        body=lambda cast, pick: {**message(cast.chat), "chatId": pick(cast.chat)}, own="201", **CHAT_UNKNOWN),
    "getMessages": Recipe(parameters=chat_parameter("chatId"), **CHAT_UNKNOWN),
    "markAsRead": Recipe(
        parameters=chat_parameter("chatId"), body=lambda cast, pick: {"seq": "1"}, own="204", **CHAT_UNKNOWN),
    "editMessage": Recipe(
        parameters=lambda cast, pick: {"id": pick(cast.entry["id"])},
        body=lambda cast, pick: {"clientId": new_client_id(), "content": {"text": secrets.new_text()}},
        **CHAT_UNKNOWN),
    "deleteMessage": Recipe(
        parameters=lambda cast, pick: {"id": pick(cast.entry["id"])}, own="204", **CHAT_UNKNOWN),
    "addReaction": Recipe(
        parameters=lambda cast, pick: {"id": pick(cast.entry["id"])},
        body=lambda cast, pick: {"clientId": new_client_id(), "emoji": "👍"}, own="201", **CHAT_UNKNOWN),
    "removeReaction": Recipe(
        parameters=lambda cast, pick: {"id": pick(cast.entry["id"]), "emoji": "%F0%9F%91%8D"}, own="204",
        **CHAT_UNKNOWN),
    "getMessageStatus": Recipe(
        parameters=lambda cast, pick: {"id": pick(cast.entry["id"])}, foreign="404 message.not_found",
        absent="404 message.not_found"),
    # People
    "getOwnUser": Recipe(),
    "getUserById": Recipe(
        parameters=lambda cast, pick: {"id": pick(cast.bob.id)}, foreign="200", absent="404 user.not_found"),
}


def table(operations, rows):
    """The page of documentation."""
    lines = [
        "# Who may do what", "",
        "Every call that needs an access token, made by whom it concerns, by a stranger to it, on what there is not,",
        "and without a token. Written by `Tests/Process/test_authorization.py`, which finds every call in the contract.",
        "A stranger gets what there would be if the thing did not exist. A dash: it names only one's own.",
        "", "| call | own | foreign | absent | no token |", "|---|---|---|---|---|",
    ]
    for name in sorted(rows, key=lambda each: (operations[each][1], operations[each][0])):
        method, path, _ = operations[name]
        cells = " | ".join(rows[name][column] or "–" for column in COLUMNS)
        lines.append(f"| `{method} {path}` | {cells} |")
    return "\n".join(lines) + "\n"
