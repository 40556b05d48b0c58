"""Somebody who keeps commands under way, and remembers what they sent, what they were promised and what they saw."""

from contextlib import suppress
from dataclasses import dataclass

import requests
from websockets.exceptions import ConnectionClosed

from harness.person import edit, message, reaction

WINDOW = 8
# The rest of a sender's commands are messages over the socket.
SHARE_OVER_HTTP = 0.1
SHARE_ABOUT_OTHERS = 0.25
RESENT_ALTHOUGH_ACKNOWLEDGED = 3
EMOJI = "🐦🪶🥚"


@dataclass
class Command:
    """One command, which keeps its client id however often it is sent."""

    type: str
    payload: dict
    # The entry that it is about, for all but messages.
    target: dict | None = None
    # What it was promised; unknown if only an answer without a body has said so.
    seq: int | None = None
    is_acknowledged: bool = False


class Sender:
    def __init__(self, person, chat, random):
        self.person, self.chat, self.random = person, chat, random
        self.commands = []
        # What was sent over sockets in this order has to be in the log in this order.
        self.in_order = []
        # By sequence: what its sockets showed it of others.
        self.seen = {}
        self.socket = None
        # On the current connection, by frame id.
        self._under_way = {}
        # Own messages that nothing is under way about.
        self._targets = []
        self._last_at_connect = 0
        self.resent_count = 0
        self.survived_count = 0

    def connect(self):
        self.socket = self.person.connect()
        self._last_at_connect = int(self.socket.heads[self.chat]["lastSeq"])
        self._under_way = {}

    def work(self, acknowledged):
        """Sends what may be lost, then goes on, until the server is gone; then takes what it had still sent."""
        with suppress(ConnectionClosed, requests.RequestException):
            self.send_again()
            while True:
                while len(self._under_way) < WINDOW:
                    self._send_new(acknowledged)
                self._take(self.socket.receive(), acknowledged)
        with suppress(ConnectionClosed):
            while True:
                self._take(self.socket.receive(), acknowledged)

    def finish(self, acknowledged):
        """Sends what may be lost, until all is acknowledged."""
        self.send_again()
        while self._under_way:
            self._take(self.socket.receive(), acknowledged)
        self.socket.settle()
        for frame in self.socket.take_kept():
            self._take(frame, acknowledged)
        self.socket.close()

    def send_again(self):
        """What was not acknowledged, and some of what was: a client cannot know which answers were lost."""
        lost = [command for command in self.commands if not command.is_acknowledged]
        known = [command for command in self.commands if command.is_acknowledged and command.seq is not None]
        self.resent_count += len(lost)
        for command in lost + known[-RESENT_ALTHOUGH_ACKNOWLEDGED:]:
            self._send(command, resend=True)

    def _send(self, command, resend=False):
        self._under_way[self.socket.send(command.type, command.payload, resend)] = command

    def _send_new(self, acknowledged):
        command = self._new_command()
        self.commands.append(command)
        if self.random.random() < SHARE_OVER_HTTP:
            self._post(command, acknowledged)
        else:
            if command.type == "message.send":
                self.in_order.append(command)
            self._send(command)

    def _new_command(self):
        if not self._targets or self.random.random() > SHARE_ABOUT_OTHERS:
            return Command("message.send", message(self.chat))
        target = self._targets.pop(self.random.randrange(len(self._targets)))
        match self.random.choice(["message.edit", "message.delete", "reaction.add"]):
            case "message.edit":
                return Command("message.edit", edit(target), target)
            case "message.delete":
                return Command("message.delete", {"id": target["id"]}, target)
        return Command("reaction.add", reaction(target, self.random.choice(EMOJI)), target)

    def _post(self, command, acknowledged):
        answer = self.person.command(command.type, command.payload)
        assert answer.ok, answer.text
        body = answer.json() if answer.content else None
        self._acknowledge(command, body and body["entry"]["id"], body and body["entry"]["seq"], acknowledged)

    def _take(self, frame, acknowledged):
        payload = frame["payload"]
        assert frame["type"] != "error", frame
        if frame["type"] == "message.new":
            entry = payload["entry"]
            shown = self.seen.setdefault(int(entry["seq"]), entry)
            assert shown == entry, f"two entries in one place: {shown} and {entry}"
        if frame["type"] == "message.accepted":
            command = self._under_way.pop(frame["replyTo"])
            self._acknowledge(command, payload["messageId"], payload["seq"], acknowledged)

    def _acknowledge(self, command, entry_id, seq, acknowledged):
        if command.is_acknowledged:
            assert command.seq in (None, int(seq)), f"promised {command.seq}, now {seq}: {command}"
            return
        command.is_acknowledged = True
        if seq is not None:
            command.seq = int(seq)
            self.survived_count += command.seq <= self._last_at_connect
        if command.type == "message.send":
            self._targets.append({"id": entry_id, "seq": seq})
        elif command.type == "message.edit":
            self._targets.append(command.target)
        acknowledged.one_more()
