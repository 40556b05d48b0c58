#!/usr/bin/env bash
# Makes .build/venv with the packages of Tests/Process/requirements.txt and dev/proto-requirements.txt, anew when one of
# them changes.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.build/venv
wanted=Tests/Process/requirements.txt
wanted_protos=dev/proto-requirements.txt
have="$venv/requirements.txt"

if cmp -s <(cat "$wanted" "$wanted_protos") "$have"; then
    exit 0
fi

echo "Installing the packages of the tests into $venv"
rm -rf "$venv"
mkdir -p .build
python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --requirement "$wanted_protos"
# Last, so that an installation that was cut off is done again.
cat "$wanted" "$wanted_protos" >"$have"
