#pragma once
#include <stdint.h>

/// What Lanewise keeps for each thread: its context object, and whether a trace is current. C's thread-local storage
/// is read in 2 ns; a Swift task-local takes 16–31.
typedef struct {
  void *context;
  intptr_t tracing;
} lanewise_thread_state_t;

extern _Thread_local lanewise_thread_state_t lanewise_thread_state_storage;

static inline lanewise_thread_state_t *lanewise_thread_state(void) { return &lanewise_thread_state_storage; }
