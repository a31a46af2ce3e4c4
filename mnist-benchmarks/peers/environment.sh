#!/usr/bin/env bash
# Makes the virtual environment target/peers/NAME of requirements-NAME.txt, unless it is there, and prints its Python.
set -euo pipefail
cd "$(dirname "$0")"
environment=../target/peers/$1
if [ ! -e "$environment/installed" ] || [ "requirements-$1.txt" -nt "$environment/installed" ]; then
  python3 -m venv "$environment" >&2
  "$environment/bin/python" -m pip install -r "requirements-$1.txt" >&2
  touch "$environment/installed"
fi
echo "$(cd "$environment" && pwd)/bin/python"
