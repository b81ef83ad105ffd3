#pragma once
#include <stdint.h>
#include "threads.h"
#include "Processor.h"
