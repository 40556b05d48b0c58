"""Breaks each rule of dev/check-layers.py once, in a copy of the tree: a check that cannot fail proves nothing."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Tree:
    """A copy of the sources that a test may spoil."""

    def __init__(self, root):
        self.root = root
        shutil.copytree(ROOT / "Sources", root / "Sources")
        shutil.copy(ROOT / "Package.swift", root)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def declare(self, target):
        """Adds a target to Package.swift, as the one who adds an arrow would."""
        self._edit("    targets: [\n        // System", f"    targets: [\n        {target},\n        // System")

    def redeclare(self, old, new):
        self._edit(old, new)

    def _edit(self, old, new):
        manifest = self.root / "Package.swift"
        text = manifest.read_text()
        assert old in text, f"Package.swift no longer says {old}: the test must follow it"
        manifest.write_text(text.replace(old, new, 1))

    def check(self):
        return subprocess.run(
            [sys.executable, ROOT / "dev" / "check-layers.py", "--root", self.root], capture_output=True, text=True)

    def new_findings(self, before):
        """What the check says about the spoiled tree and did not say about the tree as it was."""
        findings = [line for line in self.check().stdout.splitlines() if re.match(r"[^ ]+:\d+: ", line)]
        return [finding for finding in findings if finding not in before]


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """The output for the unspoiled tree, so that a real violation fails one test here and not every one."""
    return Tree(tmp_path_factory.mktemp("unspoiled")).check().stdout.splitlines()


@pytest.fixture
def tree(tmp_path):
    return Tree(tmp_path)


def test_the_tree_as_it_is_passes(tree):
    result = tree.check()
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("file", "line", "reason"),
    [
        ("Services/Identity/X.swift", "internal import Communication", "targets in Services do not know each other"),
        ("Services/Gateway/X.swift", "package import Identity", "targets in Services do not know each other"),
        ("Services/Identity/X.swift", "internal import SQLiteDriver", "add SQLiteDriver to the dependencies"),
        ("Core/Basics/X.swift", "@testable import Identity", "Services comes after Core"),
        ("Core/Basics/X.swift", "@_exported public import struct Gateway.Session", "Services comes after Core"),
        ("Contracts/Contracts/X.swift", "private import EmbeddedBackend", "Backends comes after Contracts"),
        ("Network/HTTPCodec/X.swift", "fileprivate import Contracts", "Contracts comes after Network"),
        ("Network/HTTPTransport/X.swift", "internal import COpenSSL", "only Cryptography and E2EEOpenSSL may use"),
        ("Services/Identity/X.swift", "internal import CSodium", "only Cryptography may use"),
        ("Backends/EmbeddedBackend/X.swift", "internal import CSQLite", "only SQLiteDriver may use"),
        ("Tools/martlet-bench/X.swift", "internal import Server", "Tools may use only System, Core"),
        ("Tools/martlet-bench/X.swift", "internal import SQLiteDriver", "Tools may use only System, Core"),
        ("Backends/EmbeddedBackend/X.swift", "internal import E2EEOpenSSL", "Client comes after Backends"),
        ("Server/Server/X.swift", "internal import E2EEOpenSSL", "Client comes after Server"),
        ("Services/Identity/X.swift", "internal import Foundation", "Services is linked into the server"),
        ("Core/Basics/X.swift", "internal import TestSupport", "nor an allowed module of the toolchain"),
        ("Services/Identity/X.swift", "internal import Dispatch", "nor an allowed module of the toolchain"),
        ("Network/HTTPCodec/X.swift", "internal import EventLoop", "add EventLoop to the dependencies of HTTPCodec"),
    ],
)
def test_a_forbidden_import_is_named_with_its_file_and_line(tree, file, line, reason):
    tree.write(f"Sources/{file}", f"// A comment.\n{line}\n")
    result = tree.check()
    assert result.returncode == 1
    assert f"Sources/{file}:2: " in result.stdout
    assert reason in result.stdout


def test_words_in_comments_and_strings_are_not_imports(tree, before):
    text = (
        '/* import Gateway\nimport Identity */\n'
        'let code = """\nimport Gateway\n"""\n'
        'let one = "\\("(") import Identity"\n'
    )
    tree.write("Sources/Core/Basics/X.swift", text)
    assert tree.new_findings(before) == []


def test_a_declared_arrow_may_go_sideways_where_the_layer_allows_it(tree, before):
    tree.redeclare('target("Network", "HTTPCodec", [', 'target("Network", "HTTPCodec", ["EventLoop", ')
    tree.write("Sources/Network/HTTPCodec/X.swift", "internal import EventLoop\n")
    assert tree.new_findings(before) == []


def test_a_forbidden_arrow_counts_when_it_is_only_declared(tree):
    tree.redeclare('target("Core", "Observability", [', 'target("Core", "Observability", ["Contracts", ')
    result = tree.check()
    assert result.returncode == 1
    assert "Package.swift:" in result.stdout
    assert "Observability depends on Contracts: Contracts comes after Core" in result.stdout


def test_a_declared_arrow_that_nothing_imports_is_reported(tree):
    tree.redeclare('target("Core", "Observability", [', 'target("Core", "Observability", ["CLinux", ')
    tree.write("Sources/Core/Observability/X.swift", "internal import Basics\n")
    for file in (tree.root / "Sources/Core/Observability").rglob("*.swift"):
        file.write_text(file.read_text().replace("import CLinux", "import Basics"))
    result = tree.check()
    assert "Observability depends on CLinux: no file of it imports that" in result.stdout


def test_the_server_may_not_reach_the_code_that_decrypts_by_any_detour(tree):
    tree.redeclare('target("Protocol", "WireProtocol", [', 'target("Protocol", "WireProtocol", ["E2EE", ')
    tree.write("Sources/Protocol/WireProtocol/X.swift", "internal import E2EE\n")
    result = tree.check()
    assert result.returncode == 1
    assert "Sources/Protocol/WireProtocol/X.swift:1: the server reaches E2EE: martletd -> Server" in result.stdout
    assert "WireProtocol -> E2EE" in result.stdout


def test_the_client_reaches_neither_contracts_nor_services(tree, before):
    tree.declare('target("Client", "MartletKit", ["WireProtocol", "SQLiteDriver", "Contracts"])')
    tree.write(
        "Sources/Client/MartletKit/X.swift",
        "import Foundation\nimport WireProtocol\nimport SQLiteDriver\nimport Contracts\n")
    found = [finding for finding in tree.new_findings(before) if finding.startswith("Sources/")]
    assert len(found) == 1
    assert "X.swift:4: MartletKit imports Contracts: Client may use only System, Core" in found[0]


def test_a_folder_that_package_swift_does_not_name_is_reported(tree):
    tree.write("Sources/Services/Forgotten/X.swift", "")
    result = tree.check()
    assert result.returncode == 1
    assert "Sources/Services/Forgotten:1: no target Forgotten is declared" in result.stdout


def test_a_folder_in_an_unknown_layer_is_reported(tree):
    tree.declare('target("Extras", "Thing")')
    tree.write("Sources/Extras/Thing/X.swift", "")
    result = tree.check()
    assert result.returncode == 1
    assert "Extras is not a layer" in result.stdout
