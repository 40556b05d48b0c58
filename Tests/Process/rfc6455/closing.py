"""§5.5.1 and §7: the closing handshake, its codes and reasons, and what comes after it."""

from harness.conversation import Answer, Closed, Pong
from harness.frames import CLOSE, PING, TEXT, close, close_payload, frame
from rfc6455.case import NORMAL, NORMAL_OR_NONE, NOT_UTF8, PROTOCOL_ERROR, Case

# What may stand in a close frame (§7.4.1 with what IANA has registered since, §7.4.2).
LEGAL = [*range(1000, 1004), *range(1007, 1015), 3000, 3001, 3999, 4000, 4001, 4400, 4998, 4999]
# Reserved, never on the wire, not registered, or out of range.
ILLEGAL = [
    0, 1, 2, 100, 255, 256, 500, 998, 999, 1004, 1005, 1006, 1015, 1016, 1017, 1100, 1999, 2000, 2500, 2999, 5000, 5001,
    9999, 16_384, 32_768, 65_535,
]
REASON_BYTES_MAX = 123


def cases(say):
    return [*codes(), *reasons(), *afterwards(say)]


def codes():
    for code in LEGAL:
        yield Case("7.4", f"close code {code} is echoed", (close(code),), (Closed((code,)),))
        yield Case("7.4", f"close code {code} with a reason is echoed", (close(code, b"bye"),), (Closed((code,)),))
    for code in ILLEGAL:
        yield Case("7.4", f"close code {code} is an error", (close(code),), (PROTOCOL_ERROR,))
        yield Case("7.4", f"close code {code} with a reason is an error", (close(code, b"bye"),), (PROTOCOL_ERROR,))
    yield Case("5.5.1", "a close without a code", (close(),), (NORMAL_OR_NONE,))
    for byte in (b"\x03", b"\x00", b"\xff"):
        yield Case("5.5.1", f"a close of the one byte {byte.hex()}", (frame(CLOSE, byte),), (PROTOCOL_ERROR,))


def reasons():
    longest = b"r" * REASON_BYTES_MAX
    yield Case("5.5.1", "the longest reason", (close(1000, longest),), (NORMAL,))
    yield Case("5.5.1", "a reason one byte too long", (close(1000, longest + b"r"),), (PROTOCOL_ERROR,))
    for text in ("grüezi", "€", "\U0001f426", "\U0010ffff", "\ufeff", "\0"):
        yield Case("5.5.1", f"reason {text!r}", (close(1000, text.encode()),), (NORMAL,))
    filled = "é".encode() * (REASON_BYTES_MAX // 2)
    yield Case("5.5.1", "a long reason that is not ASCII", (close(1000, filled),), (NORMAL,))
    for bad in (b"\xff", b"\x80", b"\xc3", b"ok\xe2\x82", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"):
        yield Case("8.1", f"reason {bad.hex()} is not UTF-8", (close(1000, bad),), (NOT_UTF8,))


def afterwards(say):
    end = close(1000)
    yield Case("5.5.1", "a message after the close is not answered", (end, say.ping("late")), (NORMAL,))
    yield Case("5.5.1", "a ping after the close is not answered", (end, frame(PING, b"late")), (NORMAL,))
    yield Case("5.5.1", "a second close is not answered", (end, close(1001)), (NORMAL,))
    yield Case("5.5.1", "what is wrong after the close is not seen", (end, frame(TEXT, b"\xff", key=None)), (NORMAL,))
    yield Case("5.5.1", "half a frame after the close", (end, say.ping("late")[:5]), (NORMAL,))
    yield Case("5.5.1", "everything in one write", (say.ping("1") + frame(PING, b"2") + end + say.ping("late"),),
               (Answer("1"), Pong(b"2"), NORMAL))
    large = say.ping("large", size=100_000)
    yield Case("7.1.2", "what came before the close is answered first", (large + end,), (Answer("large"), NORMAL))
    yield Case("7.1.7", "after an error nothing more is answered",
               (frame(TEXT, close_payload(1000), reserved=1), say.ping("late")), (PROTOCOL_ERROR,))
    yield Case("7.1.7", "an error and a close in one write", (frame(0xB) + end,), (PROTOCOL_ERROR,))
