"""Times named workloads and prints one JSON line for each: name, median_ns, min_ns, runs.

All three sides of the comparison measure in the same way. A workload is warmed up, then sampled for about 0.3 seconds,
at least five times. A call shorter than 20 µs is repeated inside a sample until the sample is that long, so that the
clock's own cost disappears; what is reported is always the time of one call.
"""

import json
import re
import statistics
import sys
import time

TARGET_NS = 300_000_000
SAMPLE_NS = 20_000
FEWEST_RUNS = 5
MOST_RUNS = 10_000


def _sample(call, repeats):
    start = time.perf_counter_ns()
    for _ in range(repeats):
        call()
    return (time.perf_counter_ns() - start) / repeats


def measure(call, runs=None):
    """Returns (median, minimum, runs) in nanoseconds a call; `runs` fixes the number of samples, for compilations."""
    call()
    if runs is None:
        estimate = min(_sample(call, 1) for _ in range(3))
        repeats = max(1, round(SAMPLE_NS / max(estimate, 1)))
        runs = int(max(FEWEST_RUNS, min(MOST_RUNS, TARGET_NS / max(estimate * repeats, 1))))
    else:
        repeats = 1
    samples = [_sample(call, repeats) for _ in range(runs)]
    return statistics.median(samples), min(samples), runs


def report(workloads):
    """Measures every workload, an iterable of (name, call, runs or None), whose name matches the regular expression
    given on the command line; without one, all."""
    wanted = re.compile(sys.argv[1] if len(sys.argv) > 1 else "")
    for name, call, runs in workloads:
        if not wanted.search(name):
            continue
        median, minimum, count = measure(call, runs)
        line = {"name": name, "median_ns": round(median, 1), "min_ns": round(minimum, 1), "runs": count}
        print(json.dumps(line), flush=True)
