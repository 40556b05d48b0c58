"""JSON as RFC 8259 has it and as it does not, and fields that hold what they must not.

Whatever is well formed and unknown is ignored; whatever is not well formed is refused, also where it would be ignored.
"""

# How many arrays and objects may be open at once: `ProtobufLimits.nestingDepth`.
DEPTH_MAX = 100

# Each stands as the value of a member that nobody knows.

WELL_FORMED_VALUES = {
    "literals": ["true", "false", "null"],
    "numbers": [
        "0", "-0", "0.0", "-0.0", "1", "-1", "123456789012345678901234567890", "1.5", "1e5", "1E5", "1e+5", "1e-5",
        "1.0e0", "1e400", "-1e400", "1e-400", "0e0", "0.00000000000000000000000001", "9" * 10_000, "1." + "0" * 10_000,
    ],
    "strings": [
        '""', '"text"', r'"\"\\\/\b\f\n\r\t"', r'"\u0000"', r'"\u00e9\u20AC"', r'"\ud83d\udc26"', '"é€\U0001f426"',
        '"\u2028\u2029"', r'"\ud800"', '"\x7f"', '"' + "x" * 100_000 + '"', '"' + r"\u0041" * 10_000 + '"',
    ],
    "arrays": ["[]", "[ ]", "[1]", "[1,2,3]", "[[],[[]],{}]", "[" + "0," * 10_000 + "0]"],
    "objects": ["{}", "{ }", '{"":0}', '{"a":{"b":[{"c":null}]}}', '{"a":1,"a":2}', r'{"\u0061":1}'],
    "white space": [" 1", "1 ", "\t\n\r 1 \r\n\t", "[ 1 , 2 ]", '{ "a" : 1 }'],
    "depth": ["[" * (DEPTH_MAX - 3) + "]" * (DEPTH_MAX - 3), '{"a":' * (DEPTH_MAX - 3) + "0" + "}" * (DEPTH_MAX - 3)],
}

MALFORMED_VALUES = {
    "literals": ["tru", "truee", "True", "TRUE", "nul", "NULL", "None", "undefined", "yes", "fals", "t", "n"],
    "numbers": [
        "NaN", "nan", "Infinity", "-Infinity", "inf", "+1", "01", "-01", "00", "1.", ".5", "-.5", "-", "+", "1e", "1e+",
        "1e-", "1.e5", "e5", "0x10", "1_000", "1,5", "1 2", "--1", "1-", "1e5.5", "1.2.3", "\uff11",
    ],
    "strings": [
        '"', '"open', "'single'", r'"\x41"', r'"\a"', r'"\u"', r'"\u1"', r'"\u12"', r'"\u123"', r'"\u12g4"',
        r'"\u-123"', r'"\U0041"', '"\\"', '"a\nb"', '"a\tb"', '"a\0b"', '"a\x1fb"', "plain", '"a" "b"', '""""', "`a`",
    ],
    "arrays": ["[", "]", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1 2]", "[1;2]", "[1}", "[[1]", "[1]]", "(1)", "[1,,2]"],
    "objects": [
        "{", "}", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{,"a":1}', '{"a"}', '{"a":}', '{"a" 1}', "{a:1}",
        "{1:2}", "{null:1}", "{'a':1}", '{"a":1 "b":2}', '{"a":1;"b":2}', '{"a"::1}', '{"a":1]', '{"a":1}}',
        '{"a":1,,}',
        '{"a\n":1}', r'{"\x":1}', '{[]:1}',
    ],
    "comments": ["/* */ 1", "1 // one\n", "# one\n1", "<!-- --> 1", "1 /**/"],
    "white space": ["\u00a01", "\u30001", "\f1", "\v1", "\ufeff1", "1\0", "\x011"],
    "depth": [
        "[" * 101 + "]" * 101, '{"a":' * 101 + "0" + "}" * 101, "[" * 20_000, '{"a":' * 20_000,
        "[" * 20_000 + "]" * 20_000, '[{"a":' * 10_000,
    ],
}

# Bytes that are no UTF-8 (RFC 8259 §8.1): over HTTP, as a WebSocket does not let them through.
NOT_UTF8 = ["ff", "80", "c080", "eda080", "f4908080", "c3", "e282"]


def documents(good):
    """Whole documents that are none, made from one that is good."""
    whole = good.encode()
    yield "nothing", b""
    yield "white space only", b" \r\n\t "
    yield "a byte order mark in front", b"\xef\xbb\xbf" + whole
    yield "a second document behind", whole + whole
    yield "a brace behind", whole + b"}"
    yield "a comma behind", whole + b","
    yield "a word behind", whole + b" x"
    yield "a zero byte behind", whole + b"\0"
    yield "within an array", b"[" + whole + b"]"
    yield "as a string", b'"' + whole.replace(b'"', b'\\"') + b'"'
    yield "each colon a comma", whole.replace(b":", b",")
    for value in ("null", "true", "0", '""', "[]", '"text"', "[{}]"):
        yield f"{value} for an object", value.encode()


def prefixes(good):
    """The document, cut off after each byte."""
    for end in range(len(good)):
        yield f"cut off after {end} bytes", good[:end].encode()


# What a field of each kind must not hold.

NOT_A_UINT64 = [
    '"abc"', '""', '" 1"', '"1 "', '"+1"', '"-1"', "-1", "1.5", '"1.5"', "1e400", "18446744073709551616",
    '"18446744073709551616"', '"0x1"', '"1e400"', "true", "[]", "{}", '["1"]', '"\\u0661"', '"1,000"', '"NaN"', "1e-1",
]
NOT_A_STRING = [
    "1", "true", "[]", "{}", '["text"]', r'"\ud800"', r'"\udc00"', r'"\udc26\ud83d"', r'"\ud83d"', r'"\ud83dx"',
]
NOT_AN_OBJECT = ["1", "true", '"text"', "[]", "[{}]", '"{}"']
NOT_A_LIST = ["1", "true", '"text"', "{}", '{"0":1}']
