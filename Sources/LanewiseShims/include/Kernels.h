#pragma once
// The builds of the kernels. The engine knows them by these names alone and imports neither module, so that the three
// compile side by side; whoever links the engine links the kernels.

/// Stores every kernel of the build for any processor at its index in `table`, which has room for them all.
void lanewise_fill_kernel_table(void *table);

#if defined(__x86_64__)
/// The same, of the build for x86-64-v3.
void lanewise_fill_kernel_table_x86_64_v3(void *table);
#endif
