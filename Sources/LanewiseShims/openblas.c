// OpenBLAS picks its kernels by the processor's model, and takes one that it does not know, as any is that is newer than
// the library, for a Prescott of 2004 or, of AMD, a Barcelona of 2007: SSE3, a fifth of the speed. Where it did so, it is
// told a core of this processor's instruction set and picks once more. That is safe only while nothing computes, hence
// as the program starts: the libraries that it links are set up before. A choice of the user's (OPENBLAS_CORETYPE)
// stands, and an OpenBLAS of one processor's kernels has neither function.
#if defined(__linux__) && defined(__x86_64__)
#include <stdlib.h>
#include <string.h>

#include "LanewiseShims.h"

extern char *openblas_get_corename(void) __attribute__((weak));
extern void gotoblas_dynamic_quit(void) __attribute__((weak));
extern void gotoblas_dynamic_init(void) __attribute__((weak));

__attribute__((constructor)) static void choose_kernels(void) {
  const char *variable = "OPENBLAS_CORETYPE";
  if (!openblas_get_corename || !gotoblas_dynamic_quit || !gotoblas_dynamic_init) return;
  if (getenv(variable) || !lanewise_has_avx2_fma()) return;
  const char *chosen = openblas_get_corename();
  if (strcmp(chosen, "Prescott") != 0 && strcmp(chosen, "Barcelona") != 0) return;
  setenv(variable, lanewise_has_avx512() ? "SKYLAKEX" : "HASWELL", 0);
  gotoblas_dynamic_quit();
  gotoblas_dynamic_init();
  unsetenv(variable);
}
#endif
