#!/usr/bin/env python3
"""Serves a Martlet with people and chats in it, who go on talking until it is stopped.

What is made lasts: started again on the same data, the people come back and talk on. Run it as `make demo`.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

import requests
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

REPOSITORY = Path(__file__).resolve().parents[1]
READY = re.compile(r"martletd is ready on (http://\S+)")
PASSWORD = "correct horse"
PATIENCE_SECONDS = 20

PEOPLE = [
    ("ada", "Ada Lovelace"), ("alan", "Alan Turing"), ("barbara", "Barbara Liskov"), ("donald", "Donald Knuth"),
    ("edsger", "Edsger Dijkstra"), ("frances", "Frances Allen"), ("grace", "Grace Hopper"), ("hedy", "Hedy Lamarr"),
    ("katherine", "Katherine Johnson"), ("margaret", "Margaret Hamilton"), ("radia", "Radia Perlman"),
    ("tony", "Tony Hoare"),
]

# A name, the kind, and who is in it; the first made it.
CHATS = [
    ("Difference engine", "group", ["ada", "alan", "grace", "katherine"]),
    ("Lunch", "group", ["barbara", "ada", "frances", "tony", "radia", "edsger"]),
    ("Moon landing", "group", ["margaret", "katherine", "grace", "hedy"]),
    ("Spanning trees", "group", ["radia", "edsger", "donald"]),
    ("Announcements", "channel", [
        "grace", "ada", "alan", "barbara", "donald", "edsger", "frances", "hedy", "katherine", "margaret", "radia",
        "tony",
    ]),
]

TALK = [
    "Good morning!", "Has anybody seen the moth?", "Found it. It was in relay 70.", "Who is in for lunch at noon?",
    "I am.", "Give me ten minutes, I am proving something.", "It compiles.", "It compiles, but does it halt?",
    "The new build is on the machine.", "Numbers look right to me.", "Could somebody read my proof?",
    "Premature, but promising.", "Let us go to the sea on Sunday.", "Bring the punched cards back, please.",
    "That is a lovely invariant.", "I have drawn the tree: no loops.", "1202 alarm again.", "We are go on that alarm.",
    "Frequency hopping it is.", "Thank you, everybody.",
]
REACTIONS = ["👍", "🎉", "❤️", "😂", "🚀"]


class Person:
    """One of the people, logged in."""

    def __init__(self, url, name, display_name):
        self.url = url
        self.name = name
        account = {"email": f"{name}@demo.example", "password": PASSWORD}
        device = {"device": {"name": "demo", "platform": "demo"}}
        answer = self.call(
            "POST", "/v1/auth/register", {**account, "username": name, "displayName": display_name, **device},
            expected=(201, 409))
        if "user" not in answer:
            answer = self.call("POST", "/v1/auth/login", {**account, **device})
        self.id = answer["user"]["id"]
        self.token = answer["accessToken"]

    def call(self, method, path, body=None, expected=(200, 201, 204)):
        headers = {"Authorization": f"Bearer {self.token}"} if hasattr(self, "token") else {}
        while True:
            answer = requests.request(method, self.url + path, json=body, headers=headers, timeout=PATIENCE_SECONDS)
            if answer.status_code != 429:
                break
            # Its people write faster than people do, and are told how long to wait.
            time.sleep(answer.json()["error"]["retryAfterMs"] / 1_000)
        if answer.status_code not in expected:
            sys.exit(f"{method} {path} was answered with {answer.status_code}: {answer.text}")
        return answer.json() if answer.content else {}

    def say(self, chat, text, reply_to=None):
        body = {"chatId": chat, "clientId": str(uuid.uuid4()), "content": {"text": text}}
        if reply_to:
            body["replyToSeq"] = reply_to
        return self.call("POST", "/v1/messages", body)["entry"]

    def connect(self):
        url = self.url.replace("http", "ws", 1) + "/v1/ws"
        socket = connect(url, subprotocols=["martlet.v1.json"], additional_headers={
            "Authorization": f"Bearer {self.token}"}, proxy=None)
        socket.send(json.dumps({"type": "session.resume", "id": "1", "payload": {}}))
        # Read on, so that the server need not wait for this reader.
        threading.Thread(target=self.listen, args=[socket], daemon=True).start()
        return socket

    @staticmethod
    def listen(socket):
        try:
            for _ in socket:
                pass
        except ConnectionClosed:
            pass


def start(program, data, listen):
    """Starts the server and gives its address."""
    server = subprocess.Popen(
        [program, "serve", "--data", data, "--listen", listen, *(["--web", "Web"] if Path("Web").is_dir() else [])],
        stdout=subprocess.PIPE, stderr=open(Path(data).with_suffix(".log"), "ab"), text=True)
    for line in server.stdout:
        if ready := READY.match(line):
            return server, ready[1]
    sys.exit(f"The server did not start; {Path(data).with_suffix('.log')} says why.")


def make_chats(people):
    """The chats by name, made unless they are there."""
    chats = {}
    for name, kind, members in CHATS:
        maker = people[members[0]]
        there = {chat["name"]: chat["id"] for chat in maker.call("GET", "/v1/chats?limit=200")["chats"]}
        if name not in there:
            there[name] = maker.call("POST", "/v1/chats", {
                "type": kind, "name": name, "encryption": "server",
                "memberIds": [people[member].id for member in members[1:]]})["chat"]["id"]
            fill(people, there[name], kind, members)
        chats[name] = there[name]
    return chats


def fill(people, chat, kind, members):
    """A past: messages, replies, reactions, an edit, and how far everybody has read."""
    entries = []
    for _ in range(24):
        who = people[members[0] if kind == "channel" else random.choice(members)]
        reply_to = random.choice(entries)["seq"] if entries and random.random() < 0.2 else None
        entries.append(who.say(chat, random.choice(TALK), reply_to))
    for entry in random.sample(entries, 6):
        people[random.choice(members)].call("POST", f"/v1/messages/{entry['id']}/reactions", {
            "clientId": str(uuid.uuid4()), "emoji": random.choice(REACTIONS)})
    author = next(person for person in people.values() if person.id == entries[0]["senderId"])
    author.call("PUT", f"/v1/messages/{entries[0]['id']}", {
        "clientId": str(uuid.uuid4()), "content": {"text": "Good morning, everybody!"}})
    for member in members:
        people[member].call("POST", f"/v1/chats/{chat}/read", {"seq": random.choice(entries)["seq"]})


def talk(people, chats, until):
    """Somebody types and says something every few seconds."""
    sockets = {name: person.connect() for name, person in people.items()}
    groups = [(chats[name], members) for name, kind, members in CHATS if kind == "group"]
    while until is None or time.monotonic() < until:
        chat, members = random.choice(groups)
        who = random.choice(members)
        sockets[who].send(json.dumps({"type": "typing.start", "payload": {"chatId": chat}}))
        time.sleep(random.uniform(0.5, 2))
        sockets[who].send(json.dumps({"type": "message.send", "id": str(uuid.uuid4()), "payload": {
            "chatId": chat, "clientId": str(uuid.uuid4()), "content": {"text": random.choice(TALK)}}}))
        time.sleep(random.uniform(0.5, 3))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=REPOSITORY / ".build/release/martletd", help="the server")
    parser.add_argument("--data", default="demo-data", help="where the demo's data is kept (demo-data)")
    parser.add_argument("--listen", default="127.0.0.1:8080", help="the address (127.0.0.1:8080)")
    parser.add_argument("--seconds", type=float, help="stop after this time; else it goes on until it is stopped")
    arguments = parser.parse_args()

    server, url = start(arguments.program, arguments.data, arguments.listen)
    try:
        print(f"Martlet serves on {url}. Its people come in …", flush=True)
        people = {name: Person(url, name, display_name) for name, display_name in PEOPLE}
        chats = make_chats(people)
        print(f"{len(people)} people in {len(chats)} chats: {', '.join(chats)}.")
        print(f"Log in as any of them, with the password \"{PASSWORD}\":")
        print("  " + ", ".join(f"{name}@demo.example" for name in people))
        print("For example, everything that Ada sees:")
        print(f"  curl -s {url}/v1/chats -H \"Authorization: Bearer $(curl -s {url}/v1/auth/login \\")
        print(f"    --json '{{\"username\": \"ada\", \"password\": \"{PASSWORD}\"}}' | "
              "sed 's/.*\"accessToken\":\"\\([^\"]*\\).*/\\1/')\"")
        print("They talk until you press Ctrl-C.", flush=True)
        talk(people, chats, time.monotonic() + arguments.seconds if arguments.seconds is not None else None)
    except KeyboardInterrupt:
        print()
    finally:
        server.terminate()
        server.wait(PATIENCE_SECONDS + 5)


if __name__ == "__main__":
    main()
