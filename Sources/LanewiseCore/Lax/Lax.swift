/// The operations that everything else is made of (`jax.lax`): strict about dtypes and shapes, no promotion.
///
/// Operands of elementwise operations have one dtype, and one rank with extents that are equal or 1, or rank 0.
public enum Lax {}
