#!/bin/sh
# Makes what is installed on a machine without Swift: klubba_VERSION_ARCH.deb, klubba-pdf_VERSION_ARCH.deb and one
# .tar.gz with both, in dist/ or the folder that is given. The same source gives the same bytes, wherever it lies.
set -eu
export LC_ALL=C.UTF-8 TZ=UTC
umask 022
here=$(cd "$(dirname "$0")/.." && pwd -P)
cd "$here"
out=${1:-dist}
version=$(sed -n 's/.*static let version = "\(.*\)".*/\1/p' Sources/Publishing/Site/Program.swift)
[ -n "$version" ] || { echo "the version is not where it was" >&2; exit 1; }
# The day of the last change, where nobody says another.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
arch=$(dpkg --print-architecture)
scratch=${KLUBBA_SCRATCH:-$here/.build}
work=$scratch/dist
rm -rf "$work"
mkdir -p "$work/static" "$out"
out=$(cd "$out" && pwd -P)

# What pkg-config says of libcmark names a folder with nothing but its archive, so it is linked in. (SwiftPM lets the
# linker look where pkg-config says before it looks where any flag here would say.)
cp "$(pkg-config --variable=libdir libcmark)/libcmark.a" "$work/static/"
sed "s|^Libs:.*|Libs: -L$work/static -lcmark|" "$(pkg-config --variable=pcfiledir libcmark)/libcmark.pc" \
  >"$work/static/libcmark.pc"
export PKG_CONFIG_PATH="$work/static${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
build() {
  swift build -c release --static-swift-stdlib --scratch-path "$scratch" --product "$1" \
    -Xswiftc -file-prefix-map -Xswiftc "$here=/klubba" -Xcc "-ffile-prefix-map=$here=/klubba" \
    -Xlinker -s
}
build klubba
build klubba-pdf
klubba=$scratch/release/klubba
if readelf -d "$klubba" | grep -q 'NEEDED.*libcmark'; then echo "libcmark is not linked in" >&2; exit 1; fi

# The packages of the shared libraries that a program names, with the libc that it takes at least.
depends() {
  for name in $(readelf -d "$1" | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p'); do
    case $name in ld-linux*) continue ;; esac
    path=$(ldd "$1" | awk -v name="$name" '$1 == name { print $3 }')
    { dpkg -S "$path" 2>/dev/null || dpkg -S "$(realpath "$path")" 2>/dev/null || dpkg -S "/usr$path"; } |
      sed -n '1s/:.*//p'
  done | sort -u | while read -r package; do
    if [ "$package" = libc6 ]; then
      least=$(objdump -T "$1" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -V | tail -n 1)
      echo "libc6 (>= $least)"
    else echo "$package"; fi
  done | paste -sd, | sed 's/,/, /g'
}

# What a program of a package lies among: pages, completions, papers.
place() { # ROOT
  install -D -m 755 "$klubba" "$1/bin/klubba"
  "$klubba" --experimental-dump-help | python3 scripts/dist/manpages.py "$version" "$day" "$1/share/man/man1"
  gzip -9n "$1"/share/man/man1/*.1
  for shell in "bash bash-completion/completions/klubba" "zsh zsh/vendor-completions/_klubba" \
    "fish fish/vendor_completions.d/klubba.fish"; do
    # shellcheck disable=SC2086
    set -- "$1" $shell
    mkdir -p "$(dirname "$1/share/$3")"
    "$klubba" --generate-completion-script "$2" >"$1/share/$3"
  done
  doc=$1/share/doc/klubba
  mkdir -p "$doc"
  cp docs/handbok.md docs/drift.md docs/record-format.md scripts/verify_page.py scripts/verify_record.py "$doc/"
  cp -r docs/drift "$doc/drift"
  cp LICENSE "$doc/copyright"
  gzip -9nc CHANGELOG.md >"$doc/changelog.gz"
  python3 scripts/dist/sbom.py klubba "$version" "$SOURCE_DATE_EPOCH" \
    "libcmark0.30.2=$(dpkg-query -W -f='${Version}' libcmark-dev)=BSD-2-Clause" >"$doc/klubba.cdx.json"
}

place_pdf() { # ROOT
  install -D -m 755 "$scratch/release/klubba-pdf" "$1/bin/klubba-pdf"
  mkdir -p "$1/share/doc/klubba-pdf"
  cp LICENSE "$1/share/doc/klubba-pdf/copyright"
  python3 scripts/dist/sbom.py klubba-pdf "$version" "$SOURCE_DATE_EPOCH" \
    "libqpdf29=$(dpkg-query -W -f='${Version}' libqpdf29)=Apache-2.0" >"$1/share/doc/klubba-pdf/klubba-pdf.cdx.json"
}

package() { # NAME ROOT, the control file's middle on standard input
  mkdir -p "$2/DEBIAN"
  # The files alone: a folder has another size on another disk.
  size=$(find "$2/usr" -type f -printf '%s\n' | awk '{ sum += $1 } END { print int((sum + 1023) / 1024) }')
  {
    echo "Package: $1"
    echo "Version: $version"
    echo "Architecture: $arch"
    echo "Maintainer: Klubba <klubba@klubba.invalid>"
    echo "Installed-Size: $size"
    echo "Section: web"
    echo "Priority: optional"
    cat
  } >"$2/DEBIAN/control"
  (cd "$2" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
  find "$2" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz --threads-max=1 --build "$2" "$out/$1_${version}_$arch.deb" >/dev/null
}

place "$work/klubba/usr"
package klubba "$work/klubba" <<END
Depends: $(depends "$klubba")
Recommends: poppler-utils, qpdf
Suggests: klubba-pdf (= $version), pandoc, tesseract-ocr-swe, rsync, openssh-client, rclone, git, curl, openssl, libxml2-utils
Description: websites of Swedish board meetings from Markdown files
 Klubba turns a folder of Markdown files into the website of a board's
 meetings: kallelse with every paper linked, records with extracts, notice
 board, register and archive, for the public and for members.
END
place_pdf "$work/klubba-pdf/usr"
package klubba-pdf "$work/klubba-pdf" <<END
Depends: $(depends "$scratch/release/klubba-pdf")
Recommends: klubba (= $version), libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0, fonts-urw-base35, fonts-dejavu-core, python3-venv
Description: puts PDF files together for klubba
 Klubba's second program, which opens other people's PDF files: it makes the
 papers of a meeting one file, and takes traces out of what is published.
END

name=klubba-$version-linux-$arch
place "$work/$name"
place_pdf "$work/$name"
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu -C "$work" -cf - "$name" |
  gzip -9n >"$out/$name.tar.gz"

(cd "$out" && sha256sum "klubba_${version}_$arch.deb" "klubba-pdf_${version}_$arch.deb" "$name.tar.gz" | tee SHA256SUMS)
