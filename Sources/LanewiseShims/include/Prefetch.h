#pragma once

/// Begins to bring the cache line at an address, which may be any. A processor foresees what lies in a row, and looks some
/// loads ahead; stores it does in order, each when its line is there.
static inline void lanewise_prefetch(const void *address) { __builtin_prefetch(address); }
