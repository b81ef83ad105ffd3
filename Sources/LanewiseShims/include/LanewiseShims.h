#pragma once
// What Swift cannot spell: vector builtins (it has no name for them, or writes them as a loop over lanes), thread-local
// words, functions that return several registers, and what the processor can do. Everything is inlined into the caller,
// so each build of the kernels gets the instructions of its own target. Swift sees the vector types as SIMD16<…>.
#include <stdint.h>
#include "Processor.h"
#include "FloatingMode.h"
#include "Kernels.h"
#include "Prefetch.h"
#include "VectorTypes.h"
#include "VectorIntegers.h"
#include "VectorFloats.h"
#include "VectorDoubles.h"
#include "VectorConversions.h"
#include "VectorSpectra.h"
#include "VectorKeys.h"
#include "VectorGathers.h"
#include "VectorTriples.h"
#include "RowPermutations.h"
#include "VectorRuns.h"
#include "VectorProducts.h"
#include "VectorSearch.h"
#include "VectorSift.h"
#include "VectorSort.h"
#include "MatrixTiles.h"
#include "math_builtins.h"
#include "threads.h"
#include "ScalarInstructions.h"
