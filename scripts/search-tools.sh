#!/bin/sh
# Puts Pagefind in .tools/search, from PyPI. Without it a build says so and the site has its simple search.
set -eu
cd "$(dirname "$0")/.."
version=1.5.2
tools=.tools/search
[ -x "$tools/pagefind" ] && exit 0
if ! python3 -m venv "$tools/python" >/dev/null 2>&1; then
  echo "Pagefind installerades inte: Python 3 med venv saknas (sudo apt-get install python3-venv)." >&2
  exit 0
fi
if ! "$tools/python/bin/pip" install --quiet --disable-pip-version-check "pagefind==$version" "pagefind-bin==$version"; then
  echo "Pagefind gick inte att hämta. Webbplatsen får den enkla sökningen." >&2
  exit 0
fi
program=$(find "$tools/python" -type f -name pagefind -path '*pagefind_bin*' | head -n 1)
ln -sf "$PWD/$program" "$tools/pagefind"
