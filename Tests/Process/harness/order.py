"""The promise about order: on one connection the entries of a chat come in rising sequence, and none is left out."""


class Order:
    """Watches one connection.

    `message.new` and `message.accepted` count together: on the sender's connection the one stands in the other's place.
    An acceptance that repeats an earlier one stands for no new entry and is not counted.
    """

    def __init__(self):
        self._received = {}
        self._known = {}
        self._replays = set()

    def expect_replay(self, frame_id):
        """The answer to this frame may repeat an earlier acceptance."""
        self._replays.add(frame_id)

    def check(self, frame):
        """Takes note of a received frame and fails if it breaks the promise."""
        payload = frame.get("payload", {})
        match frame["type"]:
            case "sync.heads":
                for head in payload["chats"]:
                    self._learn(head["chatId"], int(head["lastSeq"]))
            case "chat.updated":
                self._learn(payload["chat"]["id"], int(payload["chat"]["lastSeq"]))
            case "message.new":
                self._count(payload["entry"]["chatId"], int(payload["entry"]["seq"]), frame)
            case "message.accepted":
                self._accept(payload["chatId"], int(payload["seq"]), frame)

    def _learn(self, chat_id, last_seq):
        """Up to here the client knows what there is, and can pull it; live entries below may still come."""
        self._known[chat_id] = max(last_seq, self._known.get(chat_id, 0))

    def _accept(self, chat_id, seq, frame):
        if frame["replyTo"] in self._replays and seq <= self._known.get(chat_id, 0):
            return
        self._count(chat_id, seq, frame)

    def _count(self, chat_id, seq, frame):
        last = self._received.get(chat_id, 0)
        assert seq > last, f"entry {seq} of chat {chat_id} after entry {last}: {frame}"
        known = self._known.get(chat_id)
        assert known is None or seq <= known + 1, f"entry {seq} of chat {chat_id}, but {known} was the last: {frame}"
        self._received[chat_id] = seq
        self._learn(chat_id, seq)
