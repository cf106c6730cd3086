#!/bin/sh
# What the browser tests need: Chromium and Java from Debian, Playwright, axe-core and the checkers from PyPI.
set -eu
cd "$(dirname "$0")/.."
missing="" why=""
lacks() { missing="$missing $1" why="$why
  $1: $2"; }
[ -x /usr/bin/chromium ] || lacks chromium "visar sidorna som läsarna ser dem"
command -v java >/dev/null 2>&1 || lacks default-jre-headless "kör den som prövar sidornas HTML"
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo"; fi
  echo "Installerar från Debian:$why"
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing >/dev/null 2>&1 || {
    $as_root apt-get update -q >/dev/null
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing >/dev/null
  }
fi
tools=.tools/browser
[ -f "$tools/done" ] && exit 0
python3 -m venv "$tools"
"$tools/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r scripts/browser.lock
touch "$tools/done"
