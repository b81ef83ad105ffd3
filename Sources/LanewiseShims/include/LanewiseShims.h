#pragma once
#include <stdint.h>
#include "math_builtins.h"
#include "threads.h"
#include "Processor.h"
