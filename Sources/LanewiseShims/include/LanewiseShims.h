#pragma once
#include <stdint.h>
#include "thread_state.h"
