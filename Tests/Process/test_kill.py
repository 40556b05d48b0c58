"""The promise that everything else rests on: what was acknowledged is there, once, whatever happens to the server.

The server is killed again and again on the same data, under load of every kind; each client goes on as it should: it
comes back, sends again what was not acknowledged, and continues."""

import os
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from harness.chance import seeded
from harness.person import Person
from harness.sender import Sender

ROUNDS = int(os.environ.get("MARTLET_KILL_ROUNDS", 20))
CHATS = 5
CHAT_MEMBERS = 4
ACKNOWLEDGED_BEFORE_KILL = (100, 300)
ROUND_SECONDS = 30
# What happened, and what must not.
COUNTS = ("sent", "acknowledged", "resent", "survived unacknowledged")
FAULTS = ("lost", "duplicates", "gaps", "misplaced", "changed", "out of order", "shown and not there", "of nobody")
KINDS = {"message.send": "message", "message.edit": "edit", "message.delete": "delete", "reaction.add": "reaction"}


class Acknowledged:
    """Counts over all senders, and says when it is enough."""

    def __init__(self):
        self.enough = threading.Event()
        self.count = 0
        self._wanted = 0
        self._lock = threading.Lock()

    def want(self, more):
        self.enough.clear()
        self._wanted = self.count + more

    def one_more(self):
        with self._lock:
            self.count += 1
            if self.count == self._wanted:
                self.enough.set()


def make_senders(server, random):
    senders = []
    for _ in range(CHATS):
        people = [Person.register(server) for _ in range(CHAT_MEMBERS)]
        chat = people[0].new_group(*people[1:])
        senders += [Sender(person, chat, Random(random.getrandbits(32))) for person in people]
    return senders


def run_until_killed(server, senders, acknowledged, threads):
    """One life of the server under load."""
    list(threads.map(Sender.connect, senders))
    runs = [threads.submit(sender.work, acknowledged) for sender in senders]
    try:
        assert acknowledged.enough.wait(ROUND_SECONDS), failures_of(runs) or "too few acknowledgements"
    finally:
        server.kill()
    for run in runs:
        run.result()


def failures_of(runs):
    return [run.exception() for run in runs if run.done() and run.exception()]


@pytest.mark.timeout(300)
def test_kill_again_and_again_loses_nothing_that_was_acknowledged(own_server):
    random = seeded("kill")
    senders, acknowledged = make_senders(own_server, random), Acknowledged()
    with ThreadPoolExecutor(len(senders)) as threads:
        for round in range(1, ROUNDS + 1):
            before = totals(senders)
            acknowledged.want(random.randint(*ACKNOWLEDGED_BEFORE_KILL))
            run_until_killed(own_server, senders, acknowledged, threads)
            own_server.restart()
            print(f"round {round}:", said(totals(senders) - before, COUNTS))
        list(threads.map(Sender.connect, senders))
        list(threads.map(lambda sender: sender.finish(acknowledged), senders))

    faults = Counter()
    for chat in {sender.chat for sender in senders}:
        faults += ChatCheck([sender for sender in senders if sender.chat == chat]).faults()
    print(f"{ROUNDS} rounds: {said(totals(senders), COUNTS)}, {said(faults, FAULTS)}")
    assert not faults


def totals(senders):
    """What happened so far, over all senders."""
    commands = [command for sender in senders for command in sender.commands]
    return Counter({
        "sent": len(commands),
        "acknowledged": sum(command.is_acknowledged for command in commands),
        "resent": sum(sender.resent_count for sender in senders),
        "survived unacknowledged": sum(sender.survived_count for sender in senders),
    })


def said(counts, names):
    return ", ".join(f"{name} {counts[name]}" for name in names)


class ChatCheck:
    """Compares a chat's log with what each of its members was told and shown."""

    def __init__(self, senders):
        self.senders = senders
        self.entries, self.last_seq = senders[0].person.whole_history(senders[0].chat)
        self.by_seq = {int(entry["seq"]): entry for entry in self.entries}

    def faults(self):
        """How often each promise was broken; empty if none was."""
        faults = Counter({"gaps": len(set(range(1, self.last_seq + 1)) ^ set(self.by_seq))})
        for sender in self.senders:
            found = [self.found(sender, command) for command in sender.commands]
            for command, entries in zip(sender.commands, found):
                faults.update(self.faults_of(command, entries))
            own_count = sum(entry["senderId"] == sender.person.id for entry in self.entries if entry["seq"] != "1")
            faults["of nobody"] += max(0, own_count - sum(len(entries) for entries in found))
            seqs = [command.seq for command in sender.in_order]
            faults["out of order"] += sum(one >= next for one, next in zip(seqs, seqs[1:]))
            faults["shown and not there"] += sum(not self.is_there(entry) for entry in sender.seen.values())
        return +faults

    def found(self, sender, command):
        """The entries that a command has become; it should be one."""
        if command.type == "message.delete":
            target = command.target["seq"]
            return [entry for entry in self.entries if entry["kind"] == "delete" and entry["refersTo"] == target]
        key = (sender.person.id, command.payload["clientId"])
        return [entry for entry in self.entries if (entry["senderId"], entry["clientId"]) == key]

    def faults_of(self, command, entries):
        if not command.is_acknowledged or not entries:
            return ["lost"]
        if len(entries) > 1:
            return ["duplicates"]
        [entry] = entries
        if command.seq not in (None, int(entry["seq"])):
            return ["misplaced"]
        return [] if self.is_as_sent(command, entry) else ["changed"]

    def is_as_sent(self, command, entry):
        if entry["kind"] != KINDS[command.type]:
            return False
        if command.target and entry["refersTo"] != command.target["seq"]:
            return False
        if command.type == "message.delete":
            target = self.by_seq[int(entry["refersTo"])]
            return target["deletedBySeq"] == entry["seq"] and "content" not in target
        if "deletedBySeq" in entry:
            return "content" not in entry
        content = command.payload.get("content") or {"text": command.payload["emoji"]}
        return entry["content"] == content

    def is_there(self, shown):
        """Whether an entry that was shown before a kill is in the log, where it was and as it was."""
        entry = dict(self.by_seq.get(int(shown["seq"]), {}))
        entry.pop("latestEdit", None)
        if entry.pop("deletedBySeq", None):
            shown = {name: value for name, value in shown.items() if name != "content"}
        return entry == shown
