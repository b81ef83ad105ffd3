# What one does with this repository, a target each. The work itself is SwiftPM's.

DOCC = $(shell dirname "$$(readlink -f "$$(command -v swift)")")/docc
DOCS_BUILD = $(CURDIR)/.build/docs-build

.PHONY: demo test test-dependents test-tsan bench sweep variations ulp compatibility docs clean setup

# The tutorial, then a network trained on handwritten digits.
demo: setup
	swift build -c release
	swift run -c release jax101
	swift run -c release digits

# In the debug configuration, in which the libraries are optimised all the same.
test: setup
	swift test

# Packages that depend on Lanewise: that they build and run, and what they resolve. The macros' first build takes minutes.
test-dependents: setup
	Tests/Dependents/run.sh

# Many threads at once, under the thread sanitizer; a build of its own, of several minutes.
test-tsan: setup
	swift test --sanitize thread --scratch-path .build-tsan --filter ConcurrencyTests

# Beside JAX and NumPy; needs Python 3.11 or later. See Benchmarks/README.md.
bench: setup
	Benchmarks/run.sh

# Single functions of every kind on a million elements beside NumPy, and which are more than ten times slower.
sweep: setup
	SWEEP=1 ROUNDS=1 Benchmarks/run.sh

# The benchmark's kinds of work with other sizes, dtypes and functions, beside JAX and NumPy: some 570 rows, ten minutes a round.
variations: setup
	VARIATIONS=1 ROUNDS=1 Benchmarks/run.sh

# The worst error of each elementary function over all arguments of float32; half an hour. LANEWISE_KERNELS=baseline
# measures the kernels for any processor.
ulp: setup
	swift run -c release ulp

# COMPATIBILITY.md, from the sources and JAX's names.
compatibility:
	swift run compatibility

# The documentation, as a static site in .build/docs. It is built apart, for its flags would rebuild everything else.
# The graph of Lanewise holds what it re-exports, so the modules below it are left out.
docs: setup
	mkdir -p $(DOCS_BUILD)/graphs
	swift build -c release --target Lanewise --scratch-path $(DOCS_BUILD) \
	  -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc $(DOCS_BUILD)/graphs
	rm -rf .build/docs $(DOCS_BUILD)/lanewise
	mkdir $(DOCS_BUILD)/lanewise
	cp $(DOCS_BUILD)/graphs/Lanewise[.@]*json $(DOCS_BUILD)/lanewise
	$(DOCC) convert Docs.docc --additional-symbol-graph-dir $(DOCS_BUILD)/lanewise --output-path .build/docs \
	  --fallback-display-name Lanewise --fallback-bundle-identifier org.lanewise.Lanewise

# What Lanewise builds against: Swift, which has to be there, and OpenBLAS, which is installed on Debian.
setup:
	@Scripts/setup.sh

clean:
	swift package clean
	rm -rf .build/docs $(DOCS_BUILD) .build-tsan .build-dependents
