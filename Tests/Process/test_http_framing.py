"""Which bytes are a request, where it ends, and which are refused: the cases that the decoder is held against too."""

import json
from collections import defaultdict

import pytest
from harness.raw_http import RawConnection
from harness.server import REPOSITORY

VECTORS = json.loads((REPOSITORY / "Tests/Vectors/http-framing.json").read_text())
REPORT = REPOSITORY / ".build/conformance/http.json"

FOLLOW_UP = b"GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n"

# Longer inputs are cut into pieces of this size instead of single bytes.
BYTE_BY_BYTE_MAX = 2_000
LONG_PIECE = 500


def bytes_of(case):
    pieces = case["in"] if isinstance(case["in"], list) else [case["in"]]
    return b"".join(
        piece.encode("latin-1") if isinstance(piece, str) else piece["repeat"].encode("latin-1") * piece["times"]
        for piece in pieces)


def key(case):
    return case["section"], case["name"]


@pytest.fixture(scope="module")
def passed():
    """The ways in which each case has passed; counted at the end of a whole run, for the page that shows them."""
    ways = defaultdict(set)
    yield ways
    if len(ways) < len(VECTORS["cases"]):
        return
    sections = {}
    for case in VECTORS["cases"]:
        counts = sections.setdefault(case["section"], {"section": case["section"], "cases": 0, "passed": 0})
        counts["cases"] += 1
        counts["passed"] += ways[key(case)] == {"whole", "in pieces"}
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps({"title": VECTORS["title"], "sections": list(sections.values())}, indent=1) + "\n")


@pytest.mark.parametrize("way", ["whole", "in pieces"])
@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: "-".join(key(case)))
def test_framing(server, passed, case, way):
    passed[key(case)]
    data = bytes_of(case)
    piece = None if way == "whole" else 1 if len(data) <= BYTE_BY_BYTE_MAX else LONG_PIECE
    with RawConnection(server.address) as connection:
        connection.send(data, piece)
        if case.get("ends"):
            connection.end_output()
        method = "HEAD" if data.startswith(b"HEAD ") else "GET"
        for status in case["answers"]:
            answer = connection.answer(to=method)
            assert answer is not None, f"the connection ended where {status} was expected"
            assert answer.status == status, answer
            assert answer.headers["x-request-id"]
            method = "GET"
        if case.get("closes"):
            assert connection.is_at_end()
            assert not case["answers"] or case.get("ends") or answer.headers["connection"] == "close"
        else:
            # What was left of the input would be taken for the beginning of this request.
            connection.send(FOLLOW_UP)
            assert connection.answer().status == 200
    passed[key(case)].add(way)
