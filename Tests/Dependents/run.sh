#!/usr/bin/env bash
# Packages that depend on Lanewise: by path, by version tag, and with the macros. Prints a line for each thing that has
# to hold, and the times that a user waits; fails if something does not hold.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/lanewise-dependents.XXXXXX")
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# check NAME COMMAND…: a line for the command's success, and what it printed if it failed.
check() {
  local name=$1
  shift
  if "$@" > "$work/log" 2>&1; then
    echo "pass  $name"
    passed=$((passed + 1))
  else
    echo "FAIL  $name"
    tail -n 30 "$work/log" | sed 's/^/      /'
    failed=$((failed + 1))
  fi
}

# The scratch paths of the packages in the repository are kept, so that a second run is quick.
build() { swift build --package-path "$1" --scratch-path "$2" --disable-index-store "${@:3}"; }

prints() { diff <("$1") "$2"; }

# The package and its scratch path know of Lanewise, and of no other package.
resolves_lanewise_alone() {
  local names
  names=$(swift package --package-path "$1" --scratch-path "$2" show-dependencies --format flatlist) || return 1
  echo "dependencies: $names"
  [ "$(echo "$names" | tr 'A-Z' 'a-z' | sort -u)" = "$3" ] && ! ls "$2/checkouts" "$2/repositories" 2>/dev/null | grep swift-syntax
}

plain=$root/.build-dependents/plain macros=$root/.build-dependents/macros

check "by path: builds for debugging" build "$here/Plain" "$plain"
check "by path: resolves nothing but Lanewise" resolves_lanewise_alone "$here/Plain" "$plain" "$(basename "$root" | tr 'A-Z' 'a-z')"
check "by path: prints what the post prints" prints "$plain/debug/post" "$here/Plain/expected.txt"

# A version of the files as they are, and a package that asks for it.
mkdir -p "$work/lanewise" "$work/tagged"
git -C "$root" ls-files -z --cached --others --exclude-standard | (cd "$root" && xargs -0 ls -d 2>/dev/null) \
  | tar -c -C "$root" -T - | tar -x -C "$work/lanewise"
git -C "$work/lanewise" init -q
git -C "$work/lanewise" add -A
git -C "$work/lanewise" -c user.name=Dependents -c user.email=dependents@localhost commit -qm "A version"
git -C "$work/lanewise" tag 0.1.0
cp -r "$here/Plain/Sources" "$work/tagged"
sed "s|\.package(name: \"Lanewise\", path: .*)\]|.package(url: \"file://$work/lanewise\", from: \"0.1.0\")]|
  s|package: \"Lanewise\"|package: \"lanewise\"|" "$here/Plain/Package.swift" > "$work/tagged/Package.swift"
tagged=$work/tagged/.build
start=$(date +%s)
check "by version: builds for release" build "$work/tagged" "$tagged" -c release --disable-dependency-cache
seconds=$(($(date +%s) - start))
check "by version: resolves nothing but Lanewise" resolves_lanewise_alone "$work/tagged" "$tagged" lanewise
check "by version: prints what the post prints" prints "$tagged/release/post" "$here/Plain/expected.txt"

check "macros: builds for debugging" build "$here/WithMacros" "$macros"
check "macros: prints what is expected" prints "$macros/debug/models" "$here/WithMacros/expected.txt"
check "macros: refuses what cannot be a tree, and says why" swiftc -frontend -typecheck -verify -swift-version 6 \
  -I "$macros/debug/Modules" -Xcc "-fmodule-map-file=$macros/debug/LanewiseShims.build/module.modulemap" \
  -Xcc "-fmodule-map-file=$root/Sources/COpenBLAS/module.modulemap" -load-plugin-executable "$macros/debug/LanewiseMacrosPlugin-tool#LanewiseMacrosPlugin" \
  "$here/WithMacros/Refused/Refused.swift"

echo "first release build by version: $seconds s"
debug=$("$plain/debug/post" time | tail -n 1) release=$("$tagged/release/post" time | tail -n 1)
awk -v d="$debug" -v r="$release" \
  'BEGIN { printf "the post'"'"'s f, jitted: %s µs in a debug build, %s in a release build, ratio %.2f\n", d, r, r ? d / r : 0 }'
echo "dependents: $passed passed, $failed failed"
[ "$failed" = 0 ]
