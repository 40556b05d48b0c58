#!/usr/bin/env bash
# Puts the .proto files that ours import into .build/venv, and prints the folder in which they are.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.build/venv
# Pinned: both carry only .proto files that ours import. grpcio-tools 1.51 is of protoc 3.21's time.
requirements=(googleapis-common-protos==1.66.0 grpcio-tools==1.51.3)

if [[ "$(cat "$venv/.proto-requirements" 2>/dev/null)" != "${requirements[*]}" ]]; then
    [[ -x "$venv/bin/python" ]] || python3 -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "${requirements[@]}" >&2
    echo "${requirements[*]}" >"$venv/.proto-requirements"
fi
"$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'
