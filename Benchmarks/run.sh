#!/usr/bin/env bash
# Measures Lanewise, JAX and NumPy on the same workloads, in rounds that take turns, and prints one table.
# Arguments go to compare.py (--markdown, --minimum). ROWS picks rows by a regular expression, ROUNDS sets the rounds.
# SWEEP=1 measures single functions on a million elements beside NumPy instead, and names those that are far behind;
# VARIATIONS=1 the rows' kinds with other sizes, dtypes and functions.
set -euo pipefail
cd "$(dirname "$0")"

rounds=${ROUNDS:-2}
rows=${ROWS:-}
kind= jax=(peers/jax_peer.py) numpy=(peers/numpy_peer.py)
if [ -n "${SWEEP:-}" ]; then
  kind=--sweep jax=() numpy=(peers/numpy_sweep.py)
elif [ -n "${VARIATIONS:-}" ]; then
  kind=--variations jax=(peers/variations.py jax) numpy=(peers/variations.py numpy)
fi
peers="${TMPDIR:-/tmp}/lanewise-peers"
results="${TMPDIR:-/tmp}/lanewise-results"
requirements=peers/requirements.txt

# JAX needs Python 3.11 or later. The environment lies outside the repository, and is made anew only when what it has to
# hold changes.
if ! cmp -s "$requirements" "$peers/installed.txt"; then
  python=
  for candidate in python3 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      python=$candidate
      break
    fi
  done
  if [ -z "$python" ]; then
    echo "The peers need Python 3.11 or later with its venv module; none was found." >&2
    exit 1
  fi
  rm -rf "$peers"
  "$python" -m venv "$peers"
  "$peers/bin/pip" install --quiet --requirement "$requirements"
  cp "$requirements" "$peers/installed.txt"
fi

# The build's own output goes to stderr, so that stdout holds the table alone.
swift build -c release --package-path . --product bench >&2
bench="$(swift build -c release --package-path . --show-bin-path)/bench"

rm -rf "$results"
mkdir -p "$results"

# These two variables hold NumPy's and JAX's OpenBLAS to an old processor's kernels, where they are set.
peer() { env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE "$peers/bin/python" "$@"; }

touch "$results/jax.jsonl"
for ((round = 1; round <= rounds; round++)); do
  echo "round $round of $rounds: Lanewise" >&2
  "$bench" --json ${kind:+"$kind"} ${rows:+"$rows"} >>"$results/lanewise.jsonl"
  if [ ${#jax[@]} -gt 0 ]; then
    echo "round $round of $rounds: JAX" >&2
    peer "${jax[@]}" ${rows:+"$rows"} >>"$results/jax.jsonl"
  fi
  echo "round $round of $rounds: NumPy" >&2
  peer "${numpy[@]}" ${rows:+"$rows"} >>"$results/numpy.jsonl"
done

"$peers/bin/python" compare.py ${SWEEP:+--limit 10} "$@" "$results/lanewise.jsonl" "$results/jax.jsonl" "$results/numpy.jsonl"
