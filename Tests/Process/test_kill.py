"""The promise that everything else rests on: what was acknowledged is there, once, whatever happens to the server."""

import threading
from concurrent.futures import ThreadPoolExecutor

from harness.person import Person, message
from websockets.exceptions import ConnectionClosed

SENDERS = 20
CHAT_MEMBERS = 4
WINDOW = 8
ACKNOWLEDGED_BEFORE_KILL = 500
RESENT_ALTHOUGH_ACKNOWLEDGED = 3


class Acknowledged:
    """Counts over all senders, and says when it is enough."""

    def __init__(self, wanted):
        self.enough = threading.Event()
        self._left = wanted
        self._lock = threading.Lock()

    def one_more(self):
        with self._lock:
            self._left -= 1
            if self._left == 0:
                self.enough.set()


class Sender:
    """Keeps a window of messages under way, and remembers what it sent, what it was promised and what it saw."""

    def __init__(self, person, chat):
        self.person = person
        self.chat = chat
        self.socket = person.connect()
        self.sent = {}
        self.promised = {}
        self.seen = {}

    def send_until_cut_off(self, acknowledged):
        try:
            for _ in range(WINDOW):
                self.send()
            while True:
                if self.take(self.socket.receive()):
                    acknowledged.one_more()
                    self.send()
        except ConnectionClosed:
            pass

    def send(self):
        new = message(self.chat)
        self.sent[new["clientId"]] = new
        self.socket.send_message(new)

    def take(self, frame):
        """Notes what a frame says; true for an acknowledgement."""
        payload = frame["payload"]
        assert frame["type"] != "error", frame
        if frame["type"] == "message.new":
            self.seen[int(payload["entry"]["seq"])] = payload["entry"]["clientId"]
        if frame["type"] != "message.accepted":
            return False
        assert payload["clientId"] not in self.promised, "acknowledged twice"
        self.promised[payload["clientId"]] = int(payload["seq"])
        return True

    def send_again(self):
        """What was not acknowledged, and some of what was: the client cannot know which answers were lost."""
        lost = [each for client_id, each in self.sent.items() if client_id not in self.promised]
        known = [self.sent[client_id] for client_id in list(self.promised)[-RESENT_ALTHOUGH_ACKNOWLEDGED:]]
        with self.person.connect() as socket:
            for each in lost:
                self.promised[each["clientId"]] = int(socket.say(each, resend=True)["seq"])
            for each in known:
                assert int(socket.say(each, resend=True)["seq"]) == self.promised[each["clientId"]]
        return len(lost)


def test_kill_under_load_loses_nothing_that_was_acknowledged(own_server):
    senders = make_senders(own_server)
    acknowledged = Acknowledged(ACKNOWLEDGED_BEFORE_KILL)
    with ThreadPoolExecutor(SENDERS) as threads:
        runs = [threads.submit(sender.send_until_cut_off, acknowledged) for sender in senders]
        try:
            assert acknowledged.enough.wait(timeout=30), failures_of(runs) or "too few acknowledgements within 30 s"
        finally:
            own_server.kill()
    for run in runs:
        run.result()
    acknowledged_count = sum(len(sender.promised) for sender in senders)

    own_server.restart()
    chats = {sender.chat: sender.person for sender in senders}
    survived_count = sum(count_messages(reader, chat) for chat, reader in chats.items())
    resent_count = sum(sender.send_again() for sender in senders)

    entry_count = 0
    for chat in chats:
        entry_count += check_chat(chat, [sender for sender in senders if sender.chat == chat])
    print(
        f"\nsent {sum(len(sender.sent) for sender in senders)}, acknowledged before the kill {acknowledged_count}, "
        f"there after it {survived_count}, sent again {resent_count}, there in the end {entry_count}")


def failures_of(runs):
    return [run.exception() for run in runs if run.done() and run.exception()]


def make_senders(server):
    senders = []
    for _ in range(SENDERS // CHAT_MEMBERS):
        people = [Person.register(server) for _ in range(CHAT_MEMBERS)]
        chat = people[0].new_group(*people[1:])
        senders += [Sender(person, chat) for person in people]
    return senders


def count_messages(reader, chat):
    entries, _ = reader.whole_history(chat)
    return sum(entry["kind"] == "message" for entry in entries)


def check_chat(chat, senders):
    """Compares a chat's log with what its members were told; returns how many messages it holds."""
    entries, last_seq = senders[0].person.whole_history(chat)
    assert [int(entry["seq"]) for entry in entries] == list(range(1, last_seq + 1)), "the sequence has no gap"

    messages = [entry for entry in entries if entry["kind"] == "message"]
    for sender in senders:
        own = {entry["clientId"]: entry for entry in messages if entry["senderId"] == sender.person.id}
        own_count = sum(entry["senderId"] == sender.person.id for entry in messages)
        assert own_count == len(own), "each message is there once"
        assert {client_id: int(entry["seq"]) for client_id, entry in own.items()} == sender.promised
        assert {client_id: entry["content"] for client_id, entry in own.items()} == {
            client_id: sent["content"] for client_id, sent in sender.sent.items()
        }
        # Nothing was shown to others that was not yet durable.
        by_seq = {int(entry["seq"]): entry["clientId"] for entry in entries}
        assert sender.seen.items() <= by_seq.items()
    return len(messages)
