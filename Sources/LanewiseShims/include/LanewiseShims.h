#pragma once
#include <stdint.h>
// The vector builtins that Swift cannot spell, or spells as a loop over lanes. Everything is inlined into the caller, so
// each build of the kernels gets the instructions of its own target. Swift sees the vector types as SIMD16<…>.
#include "Processor.h"
#include "VectorTypes.h"
#include "VectorIntegers.h"
#include "VectorFloats.h"
#include "VectorConversions.h"
#include "threads.h"
