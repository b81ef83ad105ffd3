#pragma once
// The builds of the kernels. The engine knows them by these names alone and imports none of the modules, so that they
// compile side by side; whoever links the engine links the kernels.

/// Stores every kernel of the build for any processor at its index in `table`, which has room for them all.
void lanewise_fill_kernel_table(void *table);

#if defined(__x86_64__)
/// The same, of the build for AVX2 and FMA.
void lanewise_fill_kernel_table_avx2(void *table);

/// Those of the build for AVX-512, which gain by it, in the place of those for AVX2.
void lanewise_fill_kernel_table_avx512(void *table);
#endif
