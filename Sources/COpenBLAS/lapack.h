#pragma once
// The routines of LAPACK that Lanewise calls, as Fortran declares them; OpenBLAS holds them, and its package brings no
// header for them. Arrays are pointers without a type, so that the element types share their signatures. For each
// argument that is a character, gfortran passes its length after the last argument.
#include <stddef.h>
#include <cblas.h>

#define LW_LAPACK(t)                                                                                              \
  void t##potrf_(const char *uplo, const blasint *n, void *a, const blasint *lda, blasint *info, size_t);         \
  void t##getrf_(const blasint *m, const blasint *n, void *a, const blasint *lda, blasint *ipiv, blasint *info);  \
  void t##geqrf_(const blasint *m, const blasint *n, void *a, const blasint *lda, void *tau, void *work,          \
                 const blasint *lwork, blasint *info);                                                            \
  void t##gehrd_(const blasint *n, const blasint *ilo, const blasint *ihi, void *a, const blasint *lda,           \
                 void *tau, void *work, const blasint *lwork, blasint *info);

LW_LAPACK(s)
LW_LAPACK(d)
LW_LAPACK(c)
LW_LAPACK(z)

// The orthogonal (real) or unitary (complex) matrix of reflectors, and the reduction to a tridiagonal matrix.
#define LW_LAPACK_REFLECTORS(orgqr, sytrd)                                                                        \
  void orgqr(const blasint *m, const blasint *n, const blasint *k, void *a, const blasint *lda, const void *tau,  \
             void *work, const blasint *lwork, blasint *info);                                                    \
  void sytrd(const char *uplo, const blasint *n, void *a, const blasint *lda, void *d, void *e, void *tau,        \
             void *work, const blasint *lwork, blasint *info, size_t);

LW_LAPACK_REFLECTORS(sorgqr_, ssytrd_)
LW_LAPACK_REFLECTORS(dorgqr_, dsytrd_)
LW_LAPACK_REFLECTORS(cungqr_, chetrd_)
LW_LAPACK_REFLECTORS(zungqr_, zhetrd_)

#define LW_LAPACK_REAL(t)                                                                                         \
  void t##geqr2_(const blasint *m, const blasint *n, void *a, const blasint *lda, void *tau, void *work,          \
                 blasint *info);                                                                                  \
  void t##larft_(const char *direct, const char *storev, const blasint *n, const blasint *k, const void *v,       \
                 const blasint *ldv, const void *tau, void *w, const blasint *ldw, size_t, size_t);               \
  void t##latrd_(const char *uplo, const blasint *n, const blasint *nb, void *a, const blasint *lda, void *e,     \
                 void *tau, void *w, const blasint *ldw, size_t);                                                 \
  void t##sterf_(const blasint *n, void *d, void *e, blasint *info);                                              \
  void t##stedc_(const char *compz, const blasint *n, void *d, void *e, void *z, const blasint *ldz, void *work,  \
                 const blasint *lwork, blasint *iwork, const blasint *liwork, blasint *info, size_t);             \
  void t##gesdd_(const char *jobz, const blasint *m, const blasint *n, void *a, const blasint *lda, void *s,      \
                 void *u, const blasint *ldu, void *vt, const blasint *ldvt, void *work, const blasint *lwork,    \
                 blasint *iwork, blasint *info, size_t);                                                          \
  void t##syevd_(const char *jobz, const char *uplo, const blasint *n, void *a, const blasint *lda, void *w,      \
                 void *work, const blasint *lwork, blasint *iwork, const blasint *liwork, blasint *info, size_t,  \
                 size_t);                                                                                         \
  void t##geev_(const char *jobvl, const char *jobvr, const blasint *n, void *a, const blasint *lda, void *wr,    \
                void *wi, void *vl, const blasint *ldvl, void *vr, const blasint *ldvr, void *work,               \
                const blasint *lwork, blasint *info, size_t, size_t);                                             \
  void t##gees_(const char *jobvs, const char *sort, const void *select, const blasint *n, void *a,               \
                const blasint *lda, blasint *sdim, void *wr, void *wi, void *vs, const blasint *ldvs, void *work, \
                const blasint *lwork, blasint *bwork, blasint *info, size_t, size_t);

LW_LAPACK_REAL(s)
LW_LAPACK_REAL(d)

#define LW_LAPACK_COMPLEX(t)                                                                                      \
  void t##gesdd_(const char *jobz, const blasint *m, const blasint *n, void *a, const blasint *lda, void *s,      \
                 void *u, const blasint *ldu, void *vt, const blasint *ldvt, void *work, const blasint *lwork,    \
                 void *rwork, blasint *iwork, blasint *info, size_t);                                             \
  void t##heevd_(const char *jobz, const char *uplo, const blasint *n, void *a, const blasint *lda, void *w,      \
                 void *work, const blasint *lwork, void *rwork, const blasint *lrwork, blasint *iwork,            \
                 const blasint *liwork, blasint *info, size_t, size_t);                                           \
  void t##geev_(const char *jobvl, const char *jobvr, const blasint *n, void *a, const blasint *lda, void *w,     \
                void *vl, const blasint *ldvl, void *vr, const blasint *ldvr, void *work, const blasint *lwork,   \
                void *rwork, blasint *info, size_t, size_t);                                                      \
  void t##gees_(const char *jobvs, const char *sort, const void *select, const blasint *n, void *a,               \
                const blasint *lda, blasint *sdim, void *w, void *vs, const blasint *ldvs, void *work,            \
                const blasint *lwork, void *rwork, blasint *bwork, blasint *info, size_t, size_t);

LW_LAPACK_COMPLEX(c)
LW_LAPACK_COMPLEX(z)
