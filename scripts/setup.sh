#!/bin/sh
# Installs what building and testing klubba needs and is missing: libcmark, pkg-config, pandoc, poppler, qpdf, python3
# with cryptography, and openssl from Debian. As root, or through sudo;
# otherwise it says exactly what to install.
set -eu

missing="" why=""
lacks() { # PACKAGE, what it is for
  missing="$missing $1" why="$why
  $1: $2"
}
command -v pkg-config >/dev/null 2>&1 || lacks pkg-config "hittar libcmark när Klubba byggs"
if ! command -v pkg-config >/dev/null 2>&1 || ! pkg-config --exists libcmark; then
  lacks libcmark-dev "läser Markdown"
fi

# Word documents are imported through pandoc; the program runs without it, its tests do not.
command -v pandoc >/dev/null 2>&1 || lacks pandoc "läser och skriver Word; proven behöver det"
# PDF bilagor are read through poppler before they are published; without it they are left out.
command -v pdftotext >/dev/null 2>&1 || lacks poppler-utils "läser PDF-bilagor innan de publiceras"
# What lies outside a PDF's pages and in its layers is read through qpdf; a PDF that has more than plain objects waits for it.
command -v qpdf >/dev/null 2>&1 || lacks qpdf "läser det som ligger utanför en PDF:s sidor och i dolda lager"
# Tests hold the sealed record against a verifier of its own, in Python.
command -v python3 >/dev/null 2>&1 || lacks python3 "kör den som prövar förseglingarna utan Klubba"
# And a page's proof against another, which checks signatures with the package cryptography.
python3 -c "import cryptography" >/dev/null 2>&1 || lacks python3-cryptography "prövar underskrifter i proven"
# Time stamps are checked by openssl, and the tests have an authority of their own made with it.
command -v openssl >/dev/null 2>&1 || lacks openssl "prövar tidsstämplar"

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
    echo "Här saknas:$why" >&2
    echo "Installera med:  sudo apt-get install$missing" >&2
    echo "och kör sedan kommandot igen." >&2
    exit 1
  fi
  echo "Installerar från Debian:$why"
  # An old list of packages is brought up to date once.
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing >/dev/null 2>&1 || {
    $as_root apt-get update -q >/dev/null
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing >/dev/null
  }
fi

if ! command -v swift >/dev/null 2>&1; then
  echo "Swift saknas. Installera Swift 6.1 eller senare från swift.org och kör kommandot igen." >&2
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
set -- ${version:-0 0}
if [ "$1" -lt 6 ] || { [ "$1" -eq 6 ] && [ "$2" -lt 1 ]; }; then
  echo "Swift $1.$2 är för gammalt. Installera Swift 6.1 eller senare från swift.org." >&2
  exit 1
fi
