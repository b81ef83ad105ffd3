#if defined(__linux__)
#define _GNU_SOURCE
#include <sched.h>
#endif
#include <unistd.h>

#include "LanewiseShims.h"

LW_THREAD_LOCAL lanewise_thread_state_t lanewise_thread_state_storage;
LW_THREAD_LOCAL void *lw_thread_cache;
LW_THREAD_LOCAL _Bool lw_thread_is_working;

int lw_available_cores(void) {
#if defined(__linux__)
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
#endif
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
}
