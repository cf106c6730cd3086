#!/bin/sh
# Installs what klubba packet needs beside klubba: libqpdf for klubba-pdf, and WeasyPrint with its libraries and fonts,
# in an environment of its own (.tools/packet). With "test" also the tools that the tests read PDF files with.
# As root, or through sudo; otherwise it says exactly what to install.
set -eu
cd "$(dirname "$0")/.."

# The list that "klubba tools packet" shows, and what klubba-pdf is built with.
lists=Sources/ToolKits/Lists
wanted="libqpdf-dev $(awk -F' *[|] *' '$1 ~ /^(program|module|library|folder)$/ { print $5 }' "$lists/packet.txt" | tr '\n' ' ')"
if [ "${1:-}" = test ]; then wanted="$wanted qpdf poppler-utils"; fi
missing=""
for package in $wanted; do
  # LibreOffice with windows does as well, and would be taken away by the one without.
  dpkg-query -W -f='${Status}\n' "$package" "${package%-nogui}" 2>/dev/null | grep -q "install ok installed" ||
    missing="$missing $package"
done

# What each is for, in the words of the list.
why() {
  for package in $missing; do
    words=$(awk -F' *[|] *' -v package="$package" '$5 == package { print $6; exit }' "$lists/packet.txt")
    case $package in
      libqpdf-dev) words="klubba-pdf byggs med det" ;;
      qpdf | poppler-utils) words="läser PDF-filer i proven" ;;
    esac
    echo "  $package: $words"
  done
}

if [ -n "$missing" ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Installera först:$missing (namnen är Debians) och kör kommandot igen." >&2
    exit 1
  fi
  if [ "$(id -u)" = 0 ]; then
    as_root=""
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
  else
    echo "Här saknas:" >&2
    why >&2
    echo "Installera med:  sudo apt-get install$missing" >&2
    echo "och kör sedan kommandot igen." >&2
    exit 1
  fi
  echo "Installerar från Debian:"
  why
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 || {
    $as_root apt-get update -q >/dev/null
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null
  }
fi

# One version, so that the same content is set the same way everywhere, and each file by its hash.
version=$(sed -n 's/^weasyprint==\([0-9.]*\).*/\1/p' "$lists/weasyprint.lock")
if ! .tools/packet/bin/weasyprint --version 2>/dev/null | grep -q " $version\$"; then
  echo "Installerar WeasyPrint $version i .tools/packet …"
  rm -rf .tools/packet
  python3 -m venv .tools/packet
  .tools/packet/bin/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
    -r "$lists/weasyprint.lock"
fi
