"""The promises about order: on one connection the entries of a chat come in rising sequence, none is left out, and
after one's own removal nothing of the chat comes at all."""

from harness.membership import GONE


class Order:
    """Watches one connection.

    `message.new` and `message.accepted` count together: on the sender's connection the one stands in the other's place.
    An acceptance that repeats an earlier one stands for no new entry and is not counted.
    """

    def __init__(self):
        # Only a test that has provoked a gap may see one.
        self.expects_gaps = False
        # Set once the first heads have named every chat: from then on one that was not announced is unknown.
        self.knows_every_chat = False
        self._user_id = None
        self._known = {}
        self._received = {}
        # Chats of which the next entry must be the next sequence.
        self._live = set()
        # Chats whose last entry, one's own leaving, has come.
        self._left = set()
        # Chats that are said to be left: live entries up to this may still come.
        self._ends = {}
        self._positions = {}
        self._replays = set()

    def expect_replay(self, frame_id):
        """The answer to this frame may repeat an earlier acceptance."""
        self._replays.add(frame_id)

    def check(self, frame):
        """Takes note of a received frame and fails if it breaks a promise."""
        payload = frame.get("payload", {})
        match frame["type"]:
            case "session.ready":
                self._user_id = payload["userId"]
            case "sync.heads":
                for head in payload["chats"]:
                    self._learn(head["chatId"], int(head["lastSeq"]))
            case "chat.updated":
                self._update(payload["chat"])
            case "message.new":
                self._take(payload["entry"], frame)
            case "message.accepted":
                self._accept(payload["chatId"], int(payload["seq"]), frame)
            case "sync.gap":
                self._skip(payload, frame)
            case "message.delivered" | "message.read":
                self._move(payload, frame)
            case "typing.indicator":
                self._expect_member(payload["chatId"], frame)

    def _learn(self, chat_id, last_seq):
        """Up to here the client knows what there is, and can pull it; live entries below may still come."""
        self._known[chat_id] = max(last_seq, self._known.get(chat_id, 0))

    def _update(self, chat):
        self._learn(chat["id"], int(chat["lastSeq"]))
        if chat["role"] == "unspecified":
            self._ends[chat["id"]] = int(chat["leftSeq"])
        else:
            self._left.discard(chat["id"])
            self._ends.pop(chat["id"], None)

    def _take(self, entry, frame):
        self._count(entry["chatId"], int(entry["seq"]), frame)
        change = entry.get("member")
        if change and change["userId"] == self._user_id and change["change"] in GONE:
            self._left.add(entry["chatId"])
            self._live.discard(entry["chatId"])

    def _accept(self, chat_id, seq, frame):
        known = max(self._known.get(chat_id, 0), self._received.get(chat_id, 0))
        if frame["replyTo"] not in self._replays or seq > known:
            self._count(chat_id, seq, frame)

    def _count(self, chat_id, seq, frame):
        self._expect_member(chat_id, frame)
        assert seq <= self._ends.get(chat_id, seq), f"an entry after the last that there is for this user: {frame}"
        last, known = self._received.get(chat_id, 0), self._known.get(chat_id)
        assert seq > last, f"entry {seq} of chat {chat_id} after entry {last}: {frame}"
        if chat_id in self._live:
            assert seq == last + 1, f"entry {seq} of chat {chat_id}, but {last} was the last: {frame}"
        elif known is None:
            assert not self.knows_every_chat, f"an entry of a chat that was not announced: {frame}"
        else:
            assert seq <= known + 1, f"entry {seq} of chat {chat_id}, but {known} was the last: {frame}"
        self._received[chat_id] = seq
        self._live.add(chat_id)

    def _skip(self, gap, frame):
        assert self.expects_gaps, f"a gap that nobody expects: {frame}"
        self._expect_member(gap["chatId"], frame)
        first, last = int(gap["fromSeq"]), int(gap["toSeq"])
        assert self._received.get(gap["chatId"], 0) < first <= last, frame
        self._received[gap["chatId"]] = last

    def _move(self, notice, frame):
        self._expect_member(notice["chatId"], frame)
        key = (frame["type"], notice["chatId"], notice["userId"])
        before, now = self._positions.get(key, 0), int(notice["seq"])
        assert now >= before, f"a position went back from {before}: {frame}"
        self._positions[key] = now

    def _expect_member(self, chat_id, frame):
        assert chat_id not in self._left, f"something of a chat that was left: {frame}"
