"""§5: masking, reserved bits and opcodes, lengths, fragments, control frames."""

from harness.conversation import Answer, Pong
from harness.frames import BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, close, close_payload, frame, fragments
from rfc6455.case import BAD_FRAME, NO_FRAME, NORMAL, PROTOCOL_ERROR, TOO_BIG, Case

FRAME_BYTES_MAX = 256 << 10
OPCODES = {"continuation": CONTINUATION, "text": TEXT, "binary": BINARY, "close": CLOSE, "ping": PING, "pong": PONG}
RESERVED_OPCODES = [*range(0x3, 0x8), *range(0xB, 0x10)]
KEYS = ["00000000", "ffffffff", "00000001", "80000000", "37fa213d"]


def cases(say):
    return [
        *masking(say), *reserved_bits(say), *reserved_opcodes(), *lengths(say), *sizes(say), *limits(say),
        *fragmentation(say), *fragments_out_of_place(say), *control_frames(say), *pings_and_pongs(say),
    ]


def payload_for(opcode):
    return close_payload(1000) if opcode == CLOSE else b""


# §5.1 and §5.3


def masking(say):
    for name, opcode in OPCODES.items():
        unmasked = frame(opcode, payload_for(opcode), key=None)
        yield Case("5.1", f"an unmasked {name} frame closes", (unmasked,), (PROTOCOL_ERROR,))
    yield Case("5.1", "an unmasked frame after good ones closes",
               (say.ping("first"), say.ping(key=None)), (Answer("first"), PROTOCOL_ERROR))
    yield Case("5.1", "an unmasked fragment closes",
               (frame(say.dialect.opcode, b"{", final=False), frame(CONTINUATION, b"}", key=None)), (PROTOCOL_ERROR,))
    for key in KEYS:
        yield Case("5.3", f"masking key {key}", (say.ping(key=bytes.fromhex(key)),), (Answer("echo"),))
    for size in range(60, 69):
        yield Case("5.3", f"{size} bytes under a mask", (say.ping("n", size=size),), (Answer("n"),))
    parts = halves(say.dialect.ping("two keys"))
    yield Case("5.3", "each fragment has its own key", (
        frame(say.dialect.opcode, parts[0], final=False, key=b"\x01\x02\x03\x04"),
        frame(CONTINUATION, parts[1], key=b"\xf1\xf2\xf3\xf4"),
    ), (Answer("two keys"),))


# §5.2


def reserved_bits(say):
    for reserved in range(1, 8):
        for name, opcode in OPCODES.items():
            bad = frame(opcode, payload_for(opcode), reserved=reserved)
            yield Case("5.2", f"reserved bits {reserved:03b} on a {name} frame", (bad,), (PROTOCOL_ERROR,))
    yield Case("5.2", "a reserved bit on a message that is fine otherwise", (say.ping(reserved=4),), (PROTOCOL_ERROR,))
    start, end = halves(say.dialect.ping("echo"))
    yield Case("5.2", "a reserved bit on the last fragment",
               (frame(say.dialect.opcode, start, final=False), frame(CONTINUATION, end, reserved=1)), (PROTOCOL_ERROR,))


def reserved_opcodes():
    for opcode in RESERVED_OPCODES:
        for final in (True, False):
            for payload in (b"", b"hello"):
                name = f"reserved opcode {opcode:#x}, FIN {int(final)}, {len(payload)} bytes"
                yield Case("5.2", name, (frame(opcode, payload, final=final),), (PROTOCOL_ERROR,))


def lengths(say):
    for opcode in (TEXT, BINARY):
        for bits, length in [(16, 0), (16, 1), (16, 125), (64, 0), (64, 1), (64, 125), (64, 126), (64, 65_535)]:
            bad = frame(opcode, b"x" * length, length_bits=bits)
            yield Case("5.2", f"opcode {opcode}: {length} bytes in a length of {bits} bits", (bad,), (PROTOCOL_ERROR,))
        for length in (1 << 63, (1 << 63) + 5, (1 << 64) - 1):
            bad = frame(opcode, b"", length_bits=64, length=length)
            yield Case("5.2", f"opcode {opcode}: length {length:#x}, highest bit set", (bad,), (PROTOCOL_ERROR,))
        for length in ((1 << 63) - 1, 1 << 62, 1 << 32, 1 << 31):
            bad = frame(opcode, b"", length_bits=64, length=length)
            yield Case("5.2", f"opcode {opcode}: length {length:#x}, more than is taken", (bad,), (TOO_BIG,))
    for length in (0, 1, 125):
        bad = frame(PING, b"x" * length, length_bits=16)
        yield Case("5.2", f"a ping of {length} bytes in a length of 16 bits", (bad,), (PROTOCOL_ERROR,))


def sizes(say):
    for size in (125, 126, 127, 128, 1_000, 16_383, 16_384, 16_385, 65_535, 65_536, 65_537, 200_000):
        yield Case("5.2", f"a message of {size} bytes", (say.ping(f"of {size}", size=size),), (Answer(f"of {size}"),))
    for size in (100, 125, 126, 127, 65_535, 65_536, 100_000):
        # The answer repeats the id, so its own length has to be written in all three forms.
        yield Case("5.2", f"an id of {size} bytes comes back", (say.ping("i" * size),), (Answer("i" * size),))
    empty = frame(say.dialect.opcode)
    yield Case("5.2", "an empty message is whole, and no frame of the protocol", (empty,), (NO_FRAME,))
    one = frame(say.dialect.opcode, b"{")
    yield Case("5.2", "a message of one byte is whole, and no frame of the protocol", (one,), (NO_FRAME,))


def limits(say):
    most, opcode = FRAME_BYTES_MAX, say.dialect.opcode
    yield Case("10.4", "a message at the limit", (say.ping("most", size=most),), (Answer("most"),))
    yield Case("10.4", "a message over the limit closes", (say.ping("over", size=most + 1),), (TOO_BIG,))
    yield Case("10.4", "the header of a message over the limit closes",
               (frame(opcode, b"", length_bits=64, length=most + 1),), (TOO_BIG,))
    whole = say.dialect.ping("most", size=most)
    for count in (2, 3, 256):
        step = -(-most // count)
        parts = [whole[start:start + step] for start in range(0, most, step)]
        yield Case("10.4", f"a message at the limit in {count} fragments",
                   (b"".join(fragments(opcode, parts)),), (Answer("most"),))
        parts[-1] += b" "
        yield Case("10.4", f"a message over the limit in {count} fragments closes",
                   (b"".join(fragments(opcode, parts)),), (TOO_BIG,))


# §5.4


def fragmentation(say):
    opcode, message = say.dialect.opcode, say.dialect.ping("echo ä€🐦")
    answer = (Answer("echo ä€🐦"),)
    for cut in range(len(message) + 1):
        yield Case("5.4", f"two fragments, cut at {cut}",
                   tuple(fragments(opcode, [message[:cut], message[cut:]])), answer)
    for size in (1, 2, 3, 5, 7):
        parts = [message[start:start + size] for start in range(0, len(message), size)]
        yield Case("5.4", f"fragments of {size} bytes", tuple(fragments(opcode, parts)), answer)
        yield Case("5.4", f"fragments of {size} bytes in one write", (b"".join(fragments(opcode, parts)),), answer)
    start, end = halves(message)
    yield Case("5.4", "empty first fragment", tuple(fragments(opcode, [b"", message])), answer)
    yield Case("5.4", "empty fragment in between", tuple(fragments(opcode, [start, b"", end])), answer)
    yield Case("5.4", "empty last fragment", tuple(fragments(opcode, [message, b""])), answer)
    nothing = [b""] * 1_000
    yield Case("5.4", "a thousand empty fragments", (b"".join(fragments(opcode, [start, *nothing, end])),), answer)
    yield Case("5.4", "nothing but empty fragments", tuple(fragments(opcode, [b"", b"", b""])), (NO_FRAME,))
    yield Case("5.4", "two messages in fragments, one after the other",
               tuple(fragments(opcode, [start, end]) * 2), answer * 2)
    yield Case("5.4", "whole messages around one in fragments",
               (say.ping("before"), *fragments(opcode, [start, end]), say.ping("after")),
               (Answer("before"), *answer, Answer("after")))
    large = say.dialect.ping("large", size=100_000)
    yield Case("5.4", "large fragments", tuple(fragments(opcode, [large[:40_000], large[40_000:]])), (Answer("large"),))
    yield from control_between_fragments(opcode, start, end, answer)


def control_between_fragments(opcode, start, end, answer):
    first, last = fragments(opcode, [start, end])
    yield Case("5.4", "a ping between fragments", (first, frame(PING, b"p"), last), (Pong(b"p"), *answer))
    yield Case("5.4", "an empty ping between fragments", (first, frame(PING), last), (Pong(b""), *answer))
    yield Case("5.4", "the longest ping between fragments",
               (first, frame(PING, b"p" * 125), last), (Pong(b"p" * 125), *answer))
    yield Case("5.4", "a pong between fragments", (first, frame(PONG, b"p"), last), answer)
    yield Case("5.4", "many control frames between fragments",
               (first, *[frame(PING, b"1"), frame(PONG, b"2"), frame(PING, b"3")] * 3, last),
               (*[Pong(b"1"), Pong(b"3")] * 3, *answer))
    yield Case("5.4", "a ping between fragments, all in one write",
               (first + frame(PING, b"p") + last,), (Pong(b"p"), *answer))
    yield Case("5.4", "a close between fragments", (first, close(1000)), (NORMAL,))
    yield Case("5.4", "a close between fragments, then the last one", (first, close(1000), last), (NORMAL,))


def fragments_out_of_place(say):
    message, opcode = say.dialect.ping("echo"), say.dialect.opcode
    start, end = halves(message)
    first, last = fragments(opcode, [start, end])
    for final in (True, False):
        orphan = frame(CONTINUATION, b"x", final=final)
        name = f"FIN {int(final)}"
        yield Case("5.4", f"a continuation of nothing, {name}", (orphan,), (PROTOCOL_ERROR,))
        yield Case("5.4", f"an empty continuation of nothing, {name}",
                   (frame(CONTINUATION, final=final),), (PROTOCOL_ERROR,))
        yield Case("5.4", f"a continuation after a whole message, {name}",
                   (say.ping("first"), orphan), (Answer("first"), PROTOCOL_ERROR))
        yield Case("5.4", f"a continuation after the last fragment, {name}",
                   (first, last, orphan), (Answer("echo"), PROTOCOL_ERROR))
        for kind, other in (("text", TEXT), ("binary", BINARY)):
            yield Case("5.4", f"a new {kind} frame within a message, {name}",
                       (first, frame(other, end, final=final)), (PROTOCOL_ERROR,))
    for name, control in (("close", CLOSE), ("ping", PING), ("pong", PONG)):
        payload = payload_for(control)
        yield Case("5.4", f"a {name} in fragments", (frame(control, payload, final=False),), (PROTOCOL_ERROR,))
        yield Case("5.4", f"a {name} in fragments within a message",
                   (first, frame(control, payload, final=False)), (PROTOCOL_ERROR,))
        yield Case("5.4", f"a {name} in fragments that are all there",
                   (frame(control, payload, final=False), frame(CONTINUATION)), (PROTOCOL_ERROR,))


# §5.5


def control_frames(say):
    for name, opcode in (("close", CLOSE), ("ping", PING), ("pong", PONG)):
        start = close_payload(1000) if opcode == CLOSE else b""
        for length in (126, 127, 65_535, 65_536):
            payload = start + b"x" * (length - len(start))
            yield Case("5.5", f"a {name} of {length} bytes", (frame(opcode, payload),), (PROTOCOL_ERROR,))
        yield Case("5.5", f"a {name} whose length takes 64 bits",
                   (frame(opcode, start, length_bits=64),), (PROTOCOL_ERROR,))
    yield Case("5.5", "a ping too long within a message",
               (frame(say.dialect.opcode, b"{", final=False), frame(PING, b"x" * 126)), (PROTOCOL_ERROR,))


def pings_and_pongs(say):
    for length in (0, 1, 2, 124, 125):
        payload = bytes(range(length))
        yield Case("5.5.2", f"a ping of {length} bytes is answered", (frame(PING, payload),), (Pong(payload),))
    yield Case("5.5.2", "a ping that is not text is answered", (frame(PING, b"\xff\xfe\0"),), (Pong(b"\xff\xfe\0"),))
    many = [b"%d" % number for number in range(20)]
    yield Case("5.5.3", "many pings, in one write",
               (b"".join(frame(PING, each) for each in many),), tuple(Pong(each) for each in many))
    yield Case("5.5.3", "an empty pong that nobody asked for", (frame(PONG),), ())
    yield Case("5.5.3", "a pong that nobody asked for", (frame(PONG, b"unsolicited"),), ())
    yield Case("5.5.3", "the longest pong that nobody asked for", (frame(PONG, b"x" * 125),), ())
    yield Case("5.5.3", "a pong, then a ping", (frame(PONG, b"a"), frame(PING, b"b")), (Pong(b"b"),))
    yield Case("5.5.2", "pings among messages",
               (say.ping("1"), frame(PING, b"2"), say.ping("3"), frame(PING, b"4")),
               (Answer("1"), Pong(b"2"), Answer("3"), Pong(b"4")))
    yield Case("5.5.2", "no pong after the close", (close(1000), frame(PING, b"late")), (NORMAL,))


def halves(message):
    return message[:len(message) // 2], message[len(message) // 2:]


def wrong_kind(say):
    """A message of the kind that the subprotocol does not speak."""
    other = say.dialect.wrong_opcode
    message = say.dialect.ping("wrong")
    start, end = halves(message)
    return [
        Case("5.6", "the other kind of message closes", (frame(other, message),), (BAD_FRAME,)),
        Case("5.6", "an empty message of the other kind closes", (frame(other),), (BAD_FRAME,)),
        Case("5.6", "the other kind after good messages closes",
             (say.ping("first"), frame(other, message)), (Answer("first"), BAD_FRAME)),
        Case("5.6", "the other kind in fragments closes", tuple(fragments(other, [start, end])), (BAD_FRAME,)),
    ]
