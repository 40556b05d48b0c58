#!/usr/bin/env bash
# Makes .build/venv with the packages of Tests/Process/requirements.txt, anew when that file changes.
# The .proto packages are kept there too: tests read the contract with them.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.build/venv
wanted=Tests/Process/requirements.txt
have="$venv/requirements.txt"

if cmp -s "$wanted" "$have"; then
    dev/install-proto-packages.sh >/dev/null
    exit 0
fi

echo "Installing the packages of the tests into $venv"
if [[ -e "$have" ]]; then
    rm -rf "$venv"
fi
mkdir -p .build
[[ -x "$venv/bin/python" ]] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
dev/install-proto-packages.sh >/dev/null
# Last, so that an installation that was cut off is done again.
cp "$wanted" "$have"
