#!/bin/sh
# Checks the builds of the kernels as objects: Tests/LanewiseKernelsTests/check-symbols.sh [build directory]
# after `swift build -c release`.
#
# 1. No weak code symbol is in two builds, and none in the AVX2 and AVX-512 objects lacks the module's name: the linker
#    keeps one of several, and code for AVX2 must not run on a processor without it.
# 2. The arithmetic of float32 maps is in vectors: no scalar instruction in the pairs, nor in add, sub, mul and div.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$root/.build/release}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The objects of the present sources; a build directory may keep older ones.
objects() {
  find -L "$root/Sources/LanewiseKernels" -name '*.swift' | while read -r source; do
    echo "$build/$1.build/$(basename "$source").o"
  done
}

weak_code() { objects "$1" | xargs nm --defined-only | awk '$2 ~ /^[Wwu]$/ { print $3 }' | sort -u; }

modules="LanewiseKernels LanewiseKernelsAVX2 LanewiseKernelsAVX512"
status=0
for module in $modules; do
  weak_code $module >"$work/$module"
  [ $module = LanewiseKernels ] && continue
  if [ ! -s "$work/$module" ]; then
    echo "no weak symbol at all in $build/$module.build: is this a release build?"
    status=1
  fi
  # A mangled name has the module's length in front of it.
  foreign=$(grep -v "${#module}$module" "$work/$module" || true)
  if [ -n "$foreign" ]; then
    echo "weak code in $module without its name:"
    echo "$foreign"
    status=1
  fi
done
shared=$(for module in $modules; do cat "$work/$module"; done | sort | uniq -d)
if [ -n "$shared" ]; then
  echo "weak code in two builds:"
  echo "$shared"
  status=1
fi

# Scalar arithmetic by function: `name count`. A kernel's closures are numbered in the order of its table.
scalar() {
  objdump -d --no-show-raw-insn "$1" | awk '
    /^[0-9a-f]+ <.*>:$/ { name = $2 }
    /\tv?(add|sub|mul|div|min|max|sqrt)s[sd] / || /\tvfn?m(add|sub)[0-9]+s[sd] / { count[name]++ }
    END { for (name in count) print name, count[name] }'
}

for module in $modules; do
  found=$(
    scalar "$build/$module.build/PairTable.swift.o"
    scalar "$build/$module.build/BinaryTable.swift.o" | grep -E 'fillBinaryF(32|64).*U([0-9]|10)?_T?' || true
  )
  if [ -n "$found" ]; then
    echo "scalar arithmetic in $module:"
    echo "$found"
    status=1
  fi
done

[ $status = 0 ] && echo "symbols: $(wc -l <"$work/LanewiseKernels") weak in the first build, none shared; maps are in vectors"
exit $status
