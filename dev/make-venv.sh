#!/usr/bin/env bash
# Makes .build/venv with the packages of Tests/Process/requirements.txt, anew when that file changes.
# dev/generate-proto.sh keeps its packages there too, and brings them back when it misses them.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.build/venv
wanted=Tests/Process/requirements.txt
have="$venv/requirements.txt"

if cmp -s "$wanted" "$have"; then
    exit 0
fi

echo "Installing the packages of the tests into $venv"
if [[ -e "$have" ]]; then
    rm -rf "$venv"
fi
mkdir -p .build
[[ -x "$venv/bin/python" ]] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
# Last, so that an installation that was cut off is done again.
cp "$wanted" "$have"
