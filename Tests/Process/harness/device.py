"""A client that keeps what it needs to come back: a cursor, its logs, and how far its owner has read."""

from collections import defaultdict

from harness.log import Log
from harness.membership import GONE

PAGE_MAX = 200
# What a command may be refused with that somebody else has overtaken.
OVERTAKEN = ("chat.not_member", "chat.not_found", "message.deleted")


class Device:
    """Merges what comes live, in pages and as answers to its own commands, by sequence, as the protocol wants it."""

    def __init__(self, person, random):
        self.person = person
        self.random = random
        self.socket = None
        self.cursor = ""
        self.logs = defaultdict(Log)
        # By chat: the last sequence that there is for this device, and the last that its owner has read.
        self.last = defaultdict(int)
        self.read = defaultdict(int)
        # Chats that the owner is in, as far as this device has heard.
        self.chats = set()
        self._sent = {}

    # Being there or not

    @property
    def is_online(self):
        return self.socket is not None

    def come_online(self):
        """Resumes and learns what there is; `catch_up` fetches it."""
        self.socket = self.person.connect(self.cursor)
        # Whose owner is removed just while it comes for the first time may get the end of a chat that has no head.
        self.socket.order.knows_every_chat = False
        self._take_kept()
        for chat, head in self.socket.heads.items():
            self.last[chat] = max(self.last[chat], int(head["lastSeq"]))
            self._move(chat, head["readSeq"])
            if not self.cursor:
                self.chats.add(chat)
        # Kept only now: what was not taken in is in the heads the next time, too.
        self.cursor = self.socket.inbox_cursor

    def go_offline(self, forgetting=False):
        """Ends the connection; a device that forgets has not stored what it received last."""
        if not forgetting:
            self.listen()
        self.socket.close()
        self.socket = None
        self._sent = {}

    # What comes

    def listen(self):
        """Takes in what has come so far."""
        try:
            while True:
                self.socket.kept.append(self.socket.receive(timeout=0))
        except TimeoutError:
            self._take_kept()

    def _take_kept(self):
        for frame in self.socket.take_kept():
            self._take(frame)

    def _take(self, frame):
        payload = frame["payload"]
        match frame["type"]:
            case "message.new":
                self._take_entry(payload["entry"])
            case "message.accepted":
                self._take_own(*self._sent.pop(frame["replyTo"]), payload)
            case "chat.updated":
                self._update(payload["chat"])
            case "message.read" if payload["userId"] == self.person.id:
                self._move(payload["chatId"], payload["seq"])
            case "error":
                assert payload["code"] in OVERTAKEN, frame
                del self._sent[frame["replyTo"]]

    def _take_entry(self, entry):
        chat, seq = entry["chatId"], int(entry["seq"])
        self.logs[chat].take(entry)
        self.last[chat] = max(self.last[chat], seq)
        if entry["senderId"] == self.person.id and entry["kind"] == "message":
            self._move(chat, seq)
        change = entry.get("member")
        if change and change["userId"] == self.person.id and change["change"] in GONE:
            self.chats.discard(chat)

    def _take_own(self, kind, sent, accepted):
        """An acceptance stands for the entry, of which the client knows the rest."""
        entry = {
            "id": accepted["messageId"], "chatId": accepted["chatId"], "seq": accepted["seq"], "kind": kind,
            "createdAt": accepted["createdAt"], "clientId": accepted["clientId"], "senderId": self.person.id,
            "senderDeviceId": self.person.device_id, "content": sent["content"],
        }
        if "id" in sent:
            entry["refersTo"] = sent["refersTo"]
        self._take_entry(entry)

    def _update(self, chat):
        self.last[chat["id"]] = max(self.last[chat["id"]], int(chat["lastSeq"]))
        if chat["role"] == "unspecified":
            self.chats.discard(chat["id"])
        else:
            self.chats.add(chat["id"])
            self._move(chat["id"], chat["readSeq"])

    def _move(self, chat, seq):
        self.read[chat] = max(self.read[chat], int(seq))

    # What it asks for

    def catch_up(self, chat):
        """Pulls what is missing, from either end of any gap, in pages of any size."""
        while gaps := self.logs[chat].gaps(1, self.last[chat]):
            first, last = self.random.choice(gaps)
            limit = self.random.randint(1, PAGE_MAX)
            position = {"afterSeq": first - 1} if self.random.random() < 0.5 else {"beforeSeq": last + 1}
            page = self.socket.pull(chat, **position, limit=limit)
            assert page["entries"], f"nothing at {position} of {chat}, where {first} to {last} should be"
            for entry in page["entries"]:
                self.logs[chat].take(entry)
        self._take_kept()

    def catch_up_everywhere(self):
        for chat in list(self.last):
            self.catch_up(chat)

    def send(self, kind, type, payload, **known):
        """Sends a command; what the client knows beside its payload goes into the entry, once it is accepted."""
        self._sent[self.socket.send(type, payload)] = (kind, {**payload, **known})

    def report_read(self, chat):
        self.socket.send("message.read", {"chatId": chat, "seq": str(self.last[chat])})
        self._move(chat, self.last[chat])

    # What it would show

    def unread(self, chat):
        return self.logs[chat].unread(self.read[chat])

    def check(self, chat):
        """That it shows what the server has: the log as far as the owner may see it, and the owner's position."""
        entries, last_seq = self.person.whole_history(chat)
        assert self.last[chat] == last_seq, f"{chat} ends at {self.last[chat]}, the server's at {last_seq}"
        for our, their in zip(self.logs[chat].entries(), entries, strict=True):
            if chat not in self.chats:
                our = with_the_end_of(our, their, last_seq)
            assert comparable(our) == comparable(their)
        if chat in self.chats:
            view = self.person.chat(chat)
            assert (self.read[chat], self.unread(chat)) == (int(view["readSeq"]), int(view["unreadCount"])), chat
            assert int(view["lastSeq"]) == last_seq


def with_the_end_of(our, their, last_seq):
    """What happened after the owner had left no device could hear of: a deletion shows nevertheless, and an edit hides
    those before it."""
    if int(their.get("deletedBySeq", 0)) > last_seq:
        return their
    return {name: value for name, value in our.items() if name != "latestEdit" or name in their}


def comparable(entry):
    """A client that takes in an acceptance counts no messages: the ordinal is left out."""
    return {name: value for name, value in entry.items() if name != "ordinal"}
