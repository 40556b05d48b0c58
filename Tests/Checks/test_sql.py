"""Values reach SQL as bound parameters only. The types see to it: a statement is made from what stands in the source
(StaticString), and the driver alone can do otherwise. These tests keep it so."""

import re
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "Sources"
DRIVER = SOURCES / "Drivers/SQLiteDriver"

# The driver's own: pragmas, which take no parameters, with numbers of our settings.
TEXT_MADE_AT_RUN_TIME = {
    'execute(text: sql.description)',
    'execute(text: "PRAGMA cache_size = -\\(cacheBytes(role, settings) >> 10)")',
    'execute(text: "PRAGMA journal_size_limit = \\(settings.journalBytesMax)")',
    'execute(text: "PRAGMA user_version = \\(migration.number)")',
}

STATEMENT = re.compile(r"\b(SELECT .+ FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b")


def swift_files():
    return sorted(SOURCES.rglob("*.swift"))


def calls_of_text(source):
    return re.findall(r"(?<!func )execute\(text: .+\)", source)


def interpolated_statements(source):
    """String literals that are SQL and have something put into them."""
    literals = re.findall(r'"""(.*?)"""|"((?:[^"\\\n]|\\.)*)"', source, re.DOTALL)
    return [text for pair in literals for text in pair if STATEMENT.search(text) and "\\(" in text]


def test_statements_are_made_of_what_stands_in_the_source():
    driver = (DRIVER / "SQLiteConnection.swift").read_text()
    assert re.search(r"public func prepare\(_ sql: StaticString\)", driver)
    assert re.search(r"public func execute\(_ sql: StaticString\)", driver)
    assert re.search(r"\n    func execute\(text: String\)", driver), "the driver's own"


def test_only_the_driver_makes_sql_at_run_time_and_only_where_it_must():
    found = {call for path in swift_files() for call in calls_of_text(path.read_text())}
    assert found == TEXT_MADE_AT_RUN_TIME


@pytest.mark.parametrize("path", swift_files(), ids=lambda path: str(path.relative_to(SOURCES)))
def test_nothing_is_put_into_a_statement(path):
    source = path.read_text()
    assert interpolated_statements(source) == []
    if DRIVER not in path.parents:
        assert not re.search(r"sqlite3_(prepare|exec)", source)


@pytest.mark.parametrize("source", [
    'x = "SELECT a FROM b WHERE c = \\(name)"',
    'x = """\n    DELETE FROM users WHERE name = \'\\(name)\'\n    """',
])
def test_a_value_in_a_statement_is_found(source):
    assert interpolated_statements(source)


def test_a_bound_parameter_is_not_mistaken():
    assert interpolated_statements('x = "SELECT a FROM b WHERE c = ?1"; y = "no \\(sql)"') == []
