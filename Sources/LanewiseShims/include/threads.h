#pragma once
// Thread-local words. Swift has no thread-local storage of its own that costs less than a function call.

#include <stdint.h>

#if defined(__linux__)
#define LW_THREAD_LOCAL _Thread_local __attribute__((tls_model("initial-exec")))
#else
#define LW_THREAD_LOCAL _Thread_local
#endif

/// What the language keeps for each thread: its context object, and whether a trace is current (0: none; 1: only
/// such as hand what involves no tracer on to their parents; 2: one that records everything).
typedef struct {
  void *context;
  intptr_t tracing;
} lanewise_thread_state_t;
extern LW_THREAD_LOCAL lanewise_thread_state_t lanewise_thread_state_storage;
static inline lanewise_thread_state_t *lanewise_thread_state(void) { return &lanewise_thread_state_storage; }

/// The memory pool's free lists of this thread.
extern LW_THREAD_LOCAL void *lw_thread_cache;
static inline void *lw_get_thread_cache(void) { return lw_thread_cache; }
static inline void lw_set_thread_cache(void *cache) { lw_thread_cache = cache; }

/// Whether this thread is at work on a chunk of a job: work inside it must not be split again.
extern LW_THREAD_LOCAL _Bool lw_thread_is_working;
static inline _Bool lw_get_thread_is_working(void) { return lw_thread_is_working; }
static inline void lw_set_thread_is_working(_Bool working) { lw_thread_is_working = working; }

/// One turn of a loop that waits for another core.
static inline void lw_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// Cores that this process may run on.
int lw_available_cores(void);
