#!/usr/bin/env python3
"""Checks the arrows between the targets: who may import whom (docs/ARCHITECTURE.md).

A folder under Sources/ is a layer. The compiler accepts any arrow that Package.swift declares, and Package.swift is
easily edited; this check is what keeps a service from reaching another one, and the server from reaching code that can
decrypt.
"""

import argparse
import json
import re
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

from swift_source import blank, line_of

# An arrow goes to a layer that stands earlier in this list.
LAYERS = [
    "System", "Core", "Protocol", "Network", "Drivers", "Contracts",
    "Services", "Backends", "Server", "Client", "Tools",
]

# Where an arrow may also go to a neighbour in the same layer.
SIDEWAYS = {"Core", "Protocol", "Network", "Contracts", "Server", "Client"}

# What a layer may reach, where that is less than all earlier layers.
ONLY_LAYERS = {
    "Client": {"System", "Core", "Protocol", "Network", "Client"},
    # The load tool measures a backend alone and what clients seal and open; nothing of a composed server.
    "Tools": {"System", "Core", "Protocol", "Network", "Contracts", "Services", "Backends", "Client"},
}
EXTRA_TARGETS = {"Client": {"SQLiteDriver"}}

# C libraries that only one target per program wraps: whoever looks for the cryptography reads one folder.
SOLE_IMPORTERS = {
    "COpenSSL": {"Cryptography", "E2EEOpenSSL"},
    "CSodium": {"Cryptography"},
    "CSQLite": {"SQLiteDriver"},
    "CTLS": {"TransportSecurity"},
    "CYAML": {"Configuration"},
    "CZlib": {"Compression"},
}

SERVER_PROGRAM = "martletd"
NEVER_IN_SERVER = {"E2EE"}

# Modules that come with the toolchain. Foundation alone doubles the size of the program and its start-up time.
TOOLCHAIN_ANYWHERE = {"Swift", "Glibc", "Synchronization", "FoundationEssentials"}
TOOLCHAIN_OUTSIDE_SERVER = {"Foundation"}
OUTSIDE_SERVER = {"Client", "Tools"}

IMPORT = re.compile(
    r"(?:^|;)[ \t]*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|actor|protocol|typealias|func|let|var)\s+)?(?P<module>\w+)",
    re.MULTILINE,
)

Import = namedtuple("Import", "file line target module")
Violation = namedtuple("Violation", "file line what why remedy")


class Package:
    """What Package.swift declares and what the folders hold."""

    def __init__(self, root):
        self.root = root
        self.manifest = (root / "Package.swift").read_text()
        self.declared = declared_targets(root)
        self.folders = {path.name: path for path in sorted((root / "Sources").glob("*/*")) if path.is_dir()}
        self.layer = {name: path.parent.name for name, path in self.folders.items()}
        self.imports = [found for name in self.folders for found in self._imports_of(name)]

    def _imports_of(self, target):
        for file in sorted(self.folders[target].rglob("*.swift")):
            code = blank(file.read_text())
            for match in IMPORT.finditer(code):
                line = line_of(code, match.start("module"))
                yield Import(file.relative_to(self.root), line, target, match["module"])

    def line_declaring(self, target):
        """Where Package.swift names the target first, which is where it declares it."""
        position = self.manifest.find(f'"{target}"')
        return line_of(self.manifest, position) if position >= 0 else 1


def declared_targets(root):
    """Each target of Package.swift that is not of the tests, with its path and the names of those it depends on."""
    dump = subprocess.run(
        ["swift", "package", "--package-path", str(root), "dump-package"], check=True, capture_output=True, text=True
    )
    targets = {}
    for target in json.loads(dump.stdout)["targets"]:
        is_of_tests = target["type"] == "test" or (target.get("path") or "").startswith("Tests/")
        if not is_of_tests:
            names = [next(iter(kind.values()))[0] for kind in target["dependencies"]]
            targets[target["name"]] = (target.get("path"), names)
    return targets


def violations(package):
    yield from folder_violations(package)
    for found in package.imports:
        yield from import_violations(package, found)
    yield from manifest_violations(package)
    yield from server_violations(package)


def folder_violations(package):
    """A folder that Package.swift does not name is not compiled, and so not checked by anything."""
    for name, path in package.folders.items():
        place = path.relative_to(package.root)
        if package.layer[name] not in LAYERS:
            yield Violation(
                place, 1, f"{package.layer[name]} is not a layer",
                "the order of the layers decides who may import whom",
                f"move the target into one of {', '.join(LAYERS)}")
        if name not in package.declared:
            yield Violation(
                place, 1, f"no target {name} is declared", "nothing compiles these files",
                "declare it in Package.swift or remove the folder")
    for name, (path, _) in package.declared.items():
        if name not in package.folders or path != str(package.folders[name].relative_to(package.root)):
            yield Violation(
                "Package.swift", package.line_declaring(name), f"{name} is at {path}",
                "a target's layer is read off its path", f"keep it at Sources/<Layer>/{name}")


def import_violations(package, found):
    if found.module == found.target:
        return
    if found.module not in package.layer:
        yield from toolchain_violations(package, found)
        return
    reason = forbidden(package, found.target, found.module)
    if reason:
        yield Violation(
            found.file, found.line, f"{found.target} imports {found.module}", reason,
            remedy(package, found.target, found.module))
    elif found.module not in package.declared.get(found.target, ("", []))[1]:
        yield Violation(
            found.file, found.line, f"{found.target} imports {found.module} without declaring it",
            "the build works only as long as something else builds it first",
            f"add {found.module} to the dependencies of {found.target} in Package.swift")


def toolchain_violations(package, found):
    layer = package.layer[found.target]
    if found.module in TOOLCHAIN_ANYWHERE or (found.module in TOOLCHAIN_OUTSIDE_SERVER and layer in OUTSIDE_SERVER):
        return
    if found.module in TOOLCHAIN_OUTSIDE_SERVER:
        why = f"layer {layer} is linked into the server, which stays free of it"
        what_to_do = "use FoundationEssentials or Glibc"
    else:
        why = "it is neither a target of this package nor an allowed module of the toolchain"
        what_to_do = f"use {', '.join(sorted(TOOLCHAIN_ANYWHERE))}, or add it to dev/check-layers.py with its reason"
    yield Violation(found.file, found.line, f"{found.target} imports {found.module}", why, what_to_do)


def manifest_violations(package):
    """A declared arrow is as forbidden as an imported one; one that is not imported is a lie about the structure."""
    imported = {name: set() for name in package.folders}
    for found in package.imports:
        imported[found.target].add(found.module)
    for name, (_, dependencies) in package.declared.items():
        for dependency in dependencies:
            if name not in package.layer or dependency not in package.layer:
                continue
            what = f"{name} depends on {dependency}"
            place = ("Package.swift", package.line_declaring(name))
            reason = forbidden(package, name, dependency)
            if reason:
                yield Violation(*place, what, reason, remedy(package, name, dependency))
            # A target without a single import is one that has not been written yet.
            elif imported[name] and dependency not in imported[name]:
                yield Violation(*place, what, "no file of it imports that", "remove it from its dependencies")


def server_violations(package):
    """The whole closure, so that no detour leads there either: code that is not linked cannot decrypt anything."""
    arrows = {name: set(dependencies) for name, (_, dependencies) in package.declared.items()}
    for found in package.imports:
        arrows.setdefault(found.target, set()).add(found.module)
    paths = {SERVER_PROGRAM: [SERVER_PROGRAM]}
    waiting = [SERVER_PROGRAM]
    while waiting:
        name = waiting.pop(0)
        for other in sorted(arrows.get(name, set()) - paths.keys()):
            paths[other] = paths[name] + [other]
            waiting.append(other)
    for secret in sorted(NEVER_IN_SERVER & paths.keys()):
        last = paths[secret][-2]
        file, line = place_of_arrow(package, last, secret)
        yield Violation(
            file, line, f"the server reaches {secret}: {' -> '.join(paths[secret])}",
            "the server must not be able to decrypt",
            f"take what {last} needs from SecureFormat, or move it to the client")


def place_of_arrow(package, source, destination):
    for found in package.imports:
        if (found.target, found.module) == (source, destination):
            return found.file, found.line
    return "Package.swift", package.line_declaring(source)


def forbidden(package, source, destination):
    """Why the arrow may not be, or None."""
    sole = SOLE_IMPORTERS.get(destination)
    if sole and source not in sole:
        return f"only {' and '.join(sorted(sole))} may use {destination}"
    above, here = package.layer[destination], package.layer[source]
    if above not in LAYERS or here not in LAYERS or destination in EXTRA_TARGETS.get(here, ()):
        return None
    if here in ONLY_LAYERS and above not in ONLY_LAYERS[here]:
        return f"{here} may use only {', '.join(name for name in LAYERS if name in ONLY_LAYERS[here])}"
    if here == above:
        return None if here in SIDEWAYS else f"targets in {here} do not know each other"
    if LAYERS.index(above) > LAYERS.index(here):
        return f"{above} comes after {here} in the order of layers"
    return None


def remedy(package, source, destination):
    if destination in SOLE_IMPORTERS:
        return f"call it through {sorted(SOLE_IMPORTERS[destination])[0]}"
    if package.layer[source] == package.layer[destination] == "Services":
        return "let the Gateway call it, or keep what is needed as a projection of its events"
    return "let the caller pass it in, or move the code to the layer it belongs to"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the tree to check")
    package = Package(parser.parse_args().root.resolve())
    found = list(violations(package))
    for violation in found:
        print(f"{violation.file}:{violation.line}: {violation.what}: {violation.why}; {violation.remedy}.")
    if found:
        sys.exit(1)
    print(f"Layers: {len(package.folders)} targets, {len(package.imports)} imports, all in order.")


if __name__ == "__main__":
    main()
