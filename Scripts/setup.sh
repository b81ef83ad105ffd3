#!/usr/bin/env bash
# Makes sure that what Lanewise builds against is there: Swift, which it asks for, and OpenBLAS, which it installs on
# Debian and its relatives. Says nothing where both are found.
set -euo pipefail

if ! command -v swift >/dev/null; then
  echo "Lanewise needs Swift 6.2 or later, and there is no 'swift' on the PATH: see https://www.swift.org/install." >&2
  exit 1
fi

if ! command -v apt-get >/dev/null; then
  # Elsewhere the package has other names; the loader's list tells whether there is one.
  if ! PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep 'libopenblas\.so ' >/dev/null; then
    echo "Lanewise needs OpenBLAS with its headers, which this script installs on Debian and its relatives only:" \
      "install your system's development package of it (openblas-devel, say)." >&2
    exit 1
  fi
  exit 0
fi

if dpkg-query -W -f '${Status}' libopenblas-dev 2>/dev/null | grep 'ok installed' >/dev/null; then
  exit 0
fi

root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Lanewise needs the package libopenblas-dev, and there is no sudo to install it with: as root, run" \
      "'apt-get install libopenblas-dev'." >&2
    exit 1
  fi
  root=(sudo)
fi
echo "Installing the package libopenblas-dev${root[*]:+ with sudo}: Lanewise's linear algebra calls OpenBLAS."
"${root[@]}" apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libopenblas-dev
