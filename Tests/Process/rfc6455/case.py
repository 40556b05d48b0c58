"""What a case is made of."""

from dataclasses import dataclass

from harness import frames
from harness.conversation import Closed, Refusal


@dataclass(frozen=True)
class Case:
    """`writes` go out, each in a write of its own; `answers` come back, in this order, and nothing else.

    Without a `Closed` at the end the connection must still work after them.
    """

    section: str
    name: str
    writes: tuple
    answers: tuple

    @property
    def id(self):
        return f"{self.section} {self.name}"


NO_FRAME = Refusal(("frame.invalid", "request.invalid"))
PROTOCOL_ERROR = Closed((1002,))
NOT_UTF8 = Closed((1007,))
TOO_BIG = Closed((1009,))
BAD_FRAME = Closed((4400,))
# Answers to a close frame without a code may have none or the one that means the same (§7.1.5).
NORMAL = Closed((1000,))
NORMAL_OR_NONE = Closed((1000, None))


class Say:
    """Makes the messages of one subprotocol."""

    def __init__(self, dialect):
        self.dialect = dialect

    def ping(self, id="echo", size=None, **header):
        """The protocol's ping in one frame."""
        return frames.frame(self.dialect.opcode, self.dialect.ping(id, size), **header)

    def in_fragments(self, parts):
        return frames.fragments(self.dialect.opcode, parts)
