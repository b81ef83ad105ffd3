#pragma once
#include <stdint.h>
#include "threads.h"
