"""For each call that needs a token: how it is made on one's own things, and what comes out on those of others.

A recipe is run by three people: `alice`, who owns what it is about, `mallory`, who has nothing to do with it, and again
`alice`, with identifiers that belong to nothing. What they share is made afresh for each run.
"""

from dataclasses import dataclass
from typing import Callable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from harness import secrets
from harness.certificates import DeviceSecrets, base64_text, publish, put_account, raw
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


NOT_OWN = {"foreign": "403 user.not_own", "absent": "403 user.not_own"}
NO_DEVICE = {"foreign": "404 device.not_found", "absent": "404 device.not_found"}


def second_device(cast):
    cast.second = cast.alice.on_another_device()


def own_id(cast, pick):
    return {"id": pick(cast.alice.id)}


def new_identity():
    return raw(Ed25519PrivateKey.generate())


def alice_with_account_key(cast):
    cast.identity = Ed25519PrivateKey.generate()
    put_account(cast.alice, cast.identity)


def alice_with_keys(cast):
    publish(cast.alice)


def ask_to_link(cast, device):
    cast.link = expect(device.post("/v1/devices/link", {"offer": base64_text(b"offer")}), 201)["linkId"]


def alice_asked_by_a_second_device(cast):
    alice_with_keys(cast)
    second_device(cast)
    ask_to_link(cast, cast.second)


def put_backup(cast):
    body = {"expectedVersion": "0", "data": base64_text(b"data")}
    expect(cast.alice.request("PUT", "/v1/backup", json=body), 200)


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
    # Sessions
    "listSessions": Recipe(),
    "endSession": Recipe(
        prepare=second_device, parameters=lambda cast, pick: {"id": pick(cast.second.session_id)}, own="204",
        foreign="404 session.not_found", absent="404 session.not_found"),
    "endOtherSessions": Recipe(body=lambda cast, pick: {"password": cast.alice.password}, own="204"),
    "changePassword": Recipe(
        body=lambda cast, pick: {"currentPassword": cast.alice.password, "newPassword": secrets.new_password()},
        own="204", foreign="401 auth.credentials_invalid"),
    # People
    "getOwnUser": Recipe(),
    "getUserById": Recipe(
        parameters=lambda cast, pick: {"id": pick(cast.bob.id)}, foreign="200", absent="404 user.not_found"),
    "updateUser": Recipe(
        parameters=own_id, body=lambda cast, pick: {"displayName": "Alice"}, **NOT_OWN),
    "findUsers": Recipe(query=lambda cast, pick: {"query": "somebody"}),
    "getSettings": Recipe(),
    "updateSettings": Recipe(body=lambda cast, pick: {"version": "0"}),
    "getContacts": Recipe(parameters=own_id, **NOT_OWN),
    "requestContact": Recipe(
        parameters=own_id, body=lambda cast, pick: {"userId": cast.bob.id}, own="201", **NOT_OWN),
    "updateContact": Recipe(
        parameters=lambda cast, pick: {"id": pick(cast.alice.id), "contactId": cast.bob.id},
        body=lambda cast, pick: {"state": "blocked"}, **NOT_OWN),
    "deleteContact": Recipe(
        prepare=lambda cast: expect(
            cast.alice.post(f"/v1/users/{cast.alice.id}/contacts", {"userId": cast.bob.id}), 201),
        parameters=lambda cast, pick: {"id": pick(cast.alice.id), "contactId": cast.bob.id}, own="204", **NOT_OWN),
    # Keys and devices
    "putAccountKey": Recipe(body=lambda cast, pick: {"identityKey": base64_text(new_identity())}),
    "resetAccountKey": Recipe(
        prepare=alice_with_keys,
        body=lambda cast, pick: {"identityKey": base64_text(new_identity()), "password": cast.alice.password},
        foreign="401 auth.credentials_invalid"),
    "putDeviceKeys": Recipe(
        prepare=alice_with_account_key, parameters=lambda cast, pick: {"deviceId": pick(cast.alice.device_id)},
        body=lambda cast, pick: DeviceSecrets().body(cast.identity, cast.alice),
        foreign="404 device.not_found", absent="404 device.not_found"),
    "getUserKeys": Recipe(
        parameters=lambda cast, pick: {"id": pick(cast.bob.id)}, foreign="200", absent="404 user.not_found"),
    "getDevices": Recipe(),
    "renameDevice": Recipe(
        parameters=lambda cast, pick: {"id": pick(cast.alice.device_id)}, body=lambda cast, pick: {"name": "desk"},
        **NO_DEVICE),
    "removeDevice": Recipe(
        prepare=second_device, parameters=lambda cast, pick: {"id": pick(cast.second.device_id)}, own="204",
        **NO_DEVICE),
    "startDeviceLink": Recipe(body=lambda cast, pick: {"offer": base64_text(b"offer")}, own="201"),
    "getDeviceLink": Recipe(
        prepare=lambda cast: ask_to_link(cast, cast.alice), foreign="404 device.link_not_found"),
    "getDeviceLinks": Recipe(),
    "approveDevice": Recipe(
        prepare=alice_asked_by_a_second_device,
        parameters=lambda cast, pick: {"id": pick(cast.second.device_id)},
        body=lambda cast, pick: {"linkId": cast.link, "payload": base64_text(b"payload")}, own="204",
        foreign="404 device.link_not_found", absent="404 device.link_not_found"),
    # The backup
    "getBackup": Recipe(prepare=lambda cast: put_backup(cast), foreign="404 backup.not_found"),
    "putBackup": Recipe(body=lambda cast, pick: {"expectedVersion": "0", "data": base64_text(b"data")}),
    "deleteBackup": Recipe(prepare=lambda cast: put_backup(cast), own="204", foreign="404 backup.not_found"),
}


def table(operations, rows):
    """The page of documentation."""
    lines = [
        "# Who may do what", "",
        "Every call that needs an access token, made by whom it concerns, by a stranger to it, on what there is not,",
        "and without a token. Written by `Tests/Process/test_authorization.py`, which finds the calls in the contract.",
        "A stranger gets what there would be if the thing did not exist. A dash: it names only one's own.",
        "", "| call | own | foreign | absent | no token |", "|---|---|---|---|---|",
    ]
    for name in sorted(rows, key=lambda each: (operations[each][1], operations[each][0])):
        method, path, _ = operations[name]
        cells = " | ".join(rows[name][column] or "–" for column in COLUMNS)
        lines.append(f"| `{method} {path}` | {cells} |")
    return "\n".join(lines) + "\n"
