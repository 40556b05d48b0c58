"""Counts what the tests hold the server to, list by list, for the table in docs/conformance.md.

A list is what one test file is about. Its tests carry the marker `conformance(list, section)`; when all of a list have
run, their counts are written to .build/conformance/<list>.json, from which dev/write-conformance.py makes the table.
"""

import json
from collections import Counter

from harness.server import REPOSITORY

FOLDER = REPOSITORY / ".build" / "conformance"
TITLES = {
    "websocket": "WebSocket: RFC 6455",
    "malformed-json": "Malformed JSON",
    "malformed-protobuf": "Malformed protobuf",
    "silent": "Silent and half-open connections",
    # A list for each file; the table puts those of one title together.
    "clients-python": "Independent clients",
    "clients-node": "Independent clients",
    "clients-browser": "Independent clients",
    "clients-curl": "Independent clients",
    "protobuf": "Protobuf beside Python's",
    "openapi": "The API against its own description",
}


class Conformance:
    """A plugin: watches a run and writes what it saw at its end."""

    def __init__(self):
        self._cases = {}
        self._versions = {}
        self._incomplete = set()
        self._failed = set()
        self._passed = set()

    def _mark_of(self, item):
        mark = item.get_closest_marker("conformance")
        return mark.args if mark else None

    def pytest_collection_finish(self, session):
        for item in session.items:
            if mark := self._mark_of(item):
                self._cases[item.nodeid] = mark
        # A run of some tests by name says nothing about the list.
        if any("::" in argument for argument in session.config.args):
            self._incomplete |= {name for name, _ in self._cases.values()}

    def pytest_deselected(self, items):
        self._incomplete |= {mark[0] for item in items if (mark := self._mark_of(item))}

    def pytest_runtest_logreport(self, report):
        if report.nodeid not in self._cases:
            return
        if report.when == "call" and report.passed:
            self._passed.add(report.nodeid)
            self._versions.update(
                {self._cases[report.nodeid]: value for name, value in report.user_properties if name == "version"})
        elif not report.passed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self):
        if self._failed | self._passed != set(self._cases):
            return  # Broken off.
        for name in {name for name, _ in self._cases.values()} - self._incomplete:
            FOLDER.mkdir(parents=True, exist_ok=True)
            content = {"title": TITLES[name], "sections": self._sections(name)}
            (FOLDER / f"{name}.json").write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")

    def _sections(self, name):
        cases, passed = Counter(), Counter()
        for node, (its_list, section) in self._cases.items():
            if its_list == name:
                cases[section] += 1
                passed[section] += node in self._passed and node not in self._failed
        return [
            {"section": section, "cases": cases[section], "passed": passed[section],
             **({"version": self._versions[name, section]} if (name, section) in self._versions else {})}
            for section in cases
        ]
