"""One WebSocket connection, which holds the server to the protocol's promises with every frame."""

import json
import time

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from harness import PATIENCE_SECONDS, described, secrets
from harness.order import Order

SUBPROTOCOL = "martlet.v1.json"


class Socket:
    """Frames are taken in the order received; those that a wait passes over are kept for later waits."""

    def __init__(self, url, token=None, origin=None):
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.connection = connect(
            url, origin=origin, subprotocols=[SUBPROTOCOL], additional_headers=headers, compression=None, proxy=None,
            legacy=True, max_size=1 << 24, max_queue=None, ping_interval=None,
            open_timeout=PATIENCE_SECONDS, close_timeout=PATIENCE_SECONDS)
        self.order = Order()
        self.kept = []
        self.ready = None
        self.heads = {}
        self.inbox_cursor = None
        self._next_id = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.connection.close()

    # Sending

    def send(self, type, payload=None, resend=False):
        """Sends a frame and returns its id."""
        self._next_id += 1
        frame_id = f"f{self._next_id}"
        if resend:
            self.order.expect_replay(frame_id)
        self.send_raw(json.dumps({"type": type, "id": frame_id, "payload": payload or {}}))
        return frame_id

    def send_raw(self, data):
        self.connection.send(data)

    def send_message(self, message, resend=False):
        """Sends a message without waiting; `resend` when it may have been sent before."""
        return self.send("message.send", message, resend)

    def ask(self, type, payload=None, resend=False):
        """Sends a frame and waits for its answer."""
        return self.answer(self.send(type, payload, resend))

    def command(self, type, payload, resend=False):
        """Sends a command that appends an entry, and returns the payload of its acceptance."""
        frame = self.ask(type, payload, resend)
        assert frame["type"] == "message.accepted", frame
        if "clientId" in payload:
            assert frame["payload"]["clientId"] == payload["clientId"]
        return frame["payload"]

    def say(self, message, resend=False):
        """Sends a message and returns the payload of its acceptance."""
        accepted = self.command("message.send", message, resend)
        assert accepted["chatId"] == message["chatId"]
        return accepted

    def say_many(self, messages, window=8):
        """Sends messages with some of them under way at any time, and returns the payloads of all acceptances."""
        frames, accepted = [], []
        for each in messages:
            frames.append(self.send_message(each))
            if len(frames) - len(accepted) == window:
                accepted.append(self._acceptance(frames[len(accepted)]))
        return accepted + [self._acceptance(frame) for frame in frames[len(accepted):]]

    def _acceptance(self, frame_id):
        frame = self.answer(frame_id)
        assert frame["type"] == "message.accepted", frame
        return frame["payload"]

    def refusal(self, type, payload):
        """Sends a frame and returns the payload of the error that it gets."""
        frame = self.ask(type, payload)
        assert frame["type"] == "error", frame
        return frame["payload"]

    # Receiving

    def receive(self, timeout=PATIENCE_SECONDS):
        """The next frame off the wire, checked."""
        frame = json.loads(self.connection.recv(timeout=timeout))
        described.check_frame(frame)
        self.order.check(frame)
        return frame

    def wait_for(self, wanted, what, timeout=PATIENCE_SECONDS):
        """The first frame that is wanted, kept or new."""
        for frame in self.kept:
            if wanted(frame):
                self.kept.remove(frame)
                return frame
        deadline = time.monotonic() + timeout
        while True:
            try:
                frame = self.receive(timeout=max(0, deadline - time.monotonic()))
            except TimeoutError:
                raise AssertionError(f"no {what} within {timeout} s; kept: {self.kept}") from None
            if wanted(frame):
                return frame
            self.kept.append(frame)

    def answer(self, frame_id):
        return self.wait_for(lambda frame: frame.get("replyTo") == frame_id, f"answer to {frame_id}")

    def next_of(self, type, **fields):
        """The next frame of a type, if fields are given with these in its payload."""
        return self.wait_for(
            lambda frame: frame["type"] == type and fields.items() <= frame["payload"].items(), f"{type} {fields}")

    def next_notice(self, type, **fields):
        """The payload of such a frame."""
        return self.next_of(type, **fields)["payload"]

    def next_view(self, chat_id):
        """The chat of the next `chat.updated` about it."""
        return self.wait_for(
            lambda frame: frame["type"] == "chat.updated" and frame["payload"]["chat"]["id"] == chat_id,
            f"chat.updated of {chat_id}")["payload"]["chat"]

    def take_kept(self, *types):
        """What no wait has wanted yet, in the order received: all of it, or the frames of these types."""
        taken = [frame for frame in self.kept if not types or frame["type"] in types]
        self.kept = [frame for frame in self.kept if types and frame["type"] not in types]
        return taken

    def next_entry(self, chat_id):
        """The next entry of a chat that somebody else, or another device, has written."""
        return self.wait_for(
            lambda frame: frame["type"] == "message.new" and frame["payload"]["entry"]["chatId"] == chat_id,
            f"message.new in {chat_id}")["payload"]["entry"]

    def next_message(self, chat_id):
        """The next entry that is a message: those about the chat itself are passed over."""
        while True:
            entry = self.next_entry(chat_id)
            if entry["kind"] == "message":
                return entry

    def settle(self):
        """Everything that the server had already queued for this socket has been received after this."""
        assert self.ask("ping")["type"] == "pong"

    def close_code(self, timeout=PATIENCE_SECONDS):
        """Reads until the server closes, and returns with which code."""
        try:
            while True:
                self.kept.append(self.receive(timeout=timeout))
        except ConnectionClosed as closed:
            assert closed.rcvd is not None, "the connection broke without a close frame"
            return closed.rcvd.code

    def error_or_close_code(self):
        """The code of the next error frame, or the code with which the server closes, whichever comes first."""
        try:
            return self.next_of("error")["payload"]["code"]
        except ConnectionClosed as closed:
            assert closed.rcvd is not None, "the connection broke without a close frame"
            return closed.rcvd.code

    # Session

    def resume(self, inbox_cursor="", access_token=None):
        """Begins the session and reads all heads."""
        payload = {"inboxCursor": inbox_cursor}
        if access_token:
            payload["accessToken"] = access_token
            secrets.remember(access_token)
        self.send("session.resume", payload)
        self.ready = self.next_of("session.ready")["payload"]
        more = True
        while more:
            heads = self.next_of("sync.heads")["payload"]
            self.heads.update({head["chatId"]: head for head in heads["chats"]})
            more = heads["more"]
        self.inbox_cursor = heads["inboxCursor"]
        self.order.knows_every_chat = not inbox_cursor
        return self

    def pull(self, chat_id, **position):
        """One page of a chat: `afterSeq` or `beforeSeq`, and `limit`."""
        frame = self.ask("sync.pull", {"chatId": chat_id, **position})
        assert frame["type"] == "sync.page", frame
        assert frame["payload"]["chatId"] == chat_id
        return frame["payload"]
