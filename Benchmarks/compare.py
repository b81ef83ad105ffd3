#!/usr/bin/env python3
"""Sets Lanewise's timings beside JAX's and NumPy's.

    compare.py [--markdown] [--minimum] [--limit TIMES] lanewise.jsonl jax.jsonl numpy.jsonl

Each file holds lines of {"name", "median_ns", "min_ns", "runs"}. A name that occurs several times in a file was
measured in several rounds: its median is the median of the medians, its minimum the least of the minima. Times are
medians in microseconds (with --minimum, minima); a ratio says how many times faster Lanewise is. Needs Python alone.
"""

import argparse
import json
import math
import statistics
from pathlib import Path

HEADINGS = ["row", "Lanewise µs", "JAX µs", "NumPy µs", "JAX/Lanewise", "NumPy/Lanewise", ""]


def read(path, use_minimum):
    """Microseconds by name, in the file's order."""
    rounds = {}
    for line in path.read_text().splitlines():
        if line.strip():
            entry = json.loads(line)
            rounds.setdefault(entry["name"], []).append(entry)
    if use_minimum:
        return {name: min(e["min_ns"] for e in entries) / 1000 for name, entries in rounds.items()}
    return {name: statistics.median(e["median_ns"] for e in entries) / 1000 for name, entries in rounds.items()}


def microseconds(value):
    if value is None:
        return "–"
    return f"{value:.2f}" if value < 100 else f"{value:,.0f}"


def times(value):
    return "–" if value is None else f"{value:.2f}×" if value < 100 else f"{value:,.0f}×"


def quotient(peer, own):
    return peer / own if peer is not None and own else None


def geometric_mean(values):
    return math.exp(statistics.fmean(map(math.log, values))) if values else None


def table(lanewise, jax, numpy):
    """Rows of text; the last has the geometric means of the ratios."""
    rows, against_jax, against_numpy = [], [], []
    for name in dict.fromkeys([*lanewise, *jax, *numpy]):
        own = lanewise.get(name)
        ratios = [quotient(jax.get(name), own), quotient(numpy.get(name), own)]
        behind = [peer for peer, ratio in zip(["JAX", "NumPy"], ratios) if ratio is not None and ratio < 1]
        cells = [name, microseconds(own), microseconds(jax.get(name)), microseconds(numpy.get(name))]
        rows.append(cells + [times(ratio) for ratio in ratios] + ["◀ behind " + ", ".join(behind) if behind else ""])
        against_jax += [ratios[0]] if ratios[0] else []
        against_numpy += [ratios[1]] if ratios[1] else []
    means = [times(geometric_mean(against_jax)), times(geometric_mean(against_numpy))]
    counts = f"{len(against_jax)} and {len(against_numpy)} rows"
    return rows + [["geometric mean", "", "", "", *means, counts]]


def plain(rows):
    widths = [max(len(row[column]) for row in [HEADINGS, *rows]) for column in range(len(HEADINGS))]
    for row in [HEADINGS, *rows]:
        numbers = [cell.rjust(width) for cell, width in zip(row[1:-1], widths[1:-1])]
        print("  ".join([row[0].ljust(widths[0]), *numbers, row[-1]]).rstrip())


def markdown(rows):
    for row in [HEADINGS, ["---", *["---:"] * 5, "---"], *rows]:
        print("| " + " | ".join(row) + " |")


def main():
    parser = argparse.ArgumentParser(description="Sets Lanewise's timings beside JAX's and NumPy's.")
    for peer in ("lanewise", "jax", "numpy"):
        parser.add_argument(peer, type=Path, help=f"{peer}'s JSON lines")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    parser.add_argument("--minimum", action="store_true", help="compare the least times instead of the medians")
    parser.add_argument("--limit", type=float, help="name the rows that take more than so many times NumPy's time")
    options = parser.parse_args()
    lanewise, jax, numpy = (read(path, options.minimum) for path in (options.lanewise, options.jax, options.numpy))
    (markdown if options.markdown else plain)(table(lanewise, jax, numpy))
    if options.limit:
        slow = [name for name, own in lanewise.items() if name in numpy and own > options.limit * numpy[name]]
        print(f"\nmore than {options.limit:g} times NumPy's time: {', '.join(slow) or 'none'}")


main()
