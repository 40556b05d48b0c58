"""§8.1: what is UTF-8 (RFC 3629) comes through, and nothing else does. For text messages only."""

from harness.conversation import Answer
from harness.frames import TEXT, fragments, frame
from rfc6455.case import NO_FRAME, NOT_UTF8, Case

# The ends of each range that a length of encoding covers, and what looks odd and is allowed.
VALID = [
    "\u007f", "\u0080", "\u07ff", "\u0800", "\u0fff", "\u1000", "\ucfff", "\ud000", "\ud7ff", "\ue000", "\ufeff",
    "\ufffd", "\ufffe", "\uffff", "\ufdd0", "\U00010000", "\U0001fffe", "\U0003ffff", "\U00040000", "\U000fffff",
    "\U00100000", "\U0010ffff", "κόσμε", "e\u0301", "\u202eabc", "日本語", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
]

INVALID = {
    "lone continuation": ["80", "bf", "80bf", "80bf80", "9f"],
    "overlong": [
        "c080", "c081", "c0af", "c1bf", "e08080", "e080af", "e09fbf", "f0808080", "f08080af", "f08fbfbf",
        "f8808080af", "fc80808080af",
    ],
    "surrogate": [
        "eda080", "edadbf", "edae80", "edafbf", "edb080", "edbe80", "edbfbf",
        "eda080edb080", "edafbfedbfbf",
    ],
    "beyond U+10FFFF": ["f4908080", "f4bfbfbf", "f5808080", "f7bfbfbf", "f888808080", "fbbfbfbfbf", "fc8480808080"],
    "impossible byte": ["fe", "ff", "fefeffff", "c0", "c1", "f5", "f6", "f7", "f8", "fc"],
    "cut off by a character": ["c241", "e0a041", "e1 80 41", "f0909041", "f1808041", "c2c2", "e28220", "f09f9041"],
    "wrong continuation": ["c27f", "c2c0", "e0a07f", "e0a0c0", "f0907f80", "f09080c0", "ed9f7f", "f48f7f80"],
}

TRUNCATED = ["c2", "df", "e0", "e0a0", "e2", "e282", "ef", "efbf", "f0", "f090", "f09080", "f4", "f48f", "f48fbf"]


def cases(say):
    return [*valid(say), *invalid(), *truncated(), *in_fragments(say)]


def valid(say):
    for text in VALID:
        yield Case("8.1", f"{text.encode().hex()} is UTF-8", (say.ping(text),), (Answer(text),))
    yield Case("8.1", "all of them", (say.ping("".join(VALID)),), (Answer("".join(VALID)),))
    # Beyond what the server takes as one piece.
    long = "aé€\U0001f426" * 8_000
    yield Case("8.1", "a long text of all lengths", (say.ping(long),), (Answer(long),))
    yield Case("8.1", "a zero byte is UTF-8, though not JSON", (frame(TEXT, b"\0"),), (NO_FRAME,))


def invalid():
    for why, texts in INVALID.items():
        for text in texts:
            bad = bytes.fromhex(text)
            yield Case("8.1", f"{why}: {bad.hex()}", (frame(TEXT, bad),), (NOT_UTF8,))
            yield Case("8.1", f"{why}: {bad.hex()} within text",
                       (frame(TEXT, b"plain text before " + bad + b" and after"),), (NOT_UTF8,))
    late = b"x" * 40_000 + b"\xff"
    yield Case("8.1", "at the end of a long text", (frame(TEXT, late),), (NOT_UTF8,))


def truncated():
    for text in TRUNCATED:
        bad = bytes.fromhex(text)
        yield Case("8.1", f"truncated at the end: {text}", (frame(TEXT, b"text " + bad),), (NOT_UTF8,))
        yield Case("8.1", f"truncated at the end of the last fragment: {text}",
                   tuple(fragments(TEXT, [b"text ", bad])), (NOT_UTF8,))


def in_fragments(say):
    for text in ("é", "€", "\U0001f426", "\U0010ffff"):
        message = say.dialect.ping(text)
        start = message.index(text.encode())
        for cut in range(start, start + len(text.encode()) + 1):
            yield Case("8.1", f"{text.encode().hex()} over two fragments, cut at {cut - start}",
                       tuple(fragments(TEXT, [message[:cut], message[cut:]])), (Answer(text),))
        each = [message[index:index + 1] for index in range(len(message))]
        yield Case("8.1", f"{text.encode().hex()} with a fragment for each byte",
                   tuple(fragments(TEXT, each)), (Answer(text),))
    for bad in ("eda080", "f4908080", "e08080", "c3"):
        data = bytes.fromhex(bad)
        for cut in range(len(data)):
            yield Case("8.1", f"{bad} over two fragments, cut at {cut}",
                       tuple(fragments(TEXT, [b"text" + data[:cut], data[cut:]])), (NOT_UTF8,))
    yield Case("8.1", "each fragment for itself need not be UTF-8, but all together",
               tuple(fragments(TEXT, [b"\xe2\x82", b"\x41"])), (NOT_UTF8,))
