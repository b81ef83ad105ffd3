#pragma once
// The instructions of scalar code: functions of what two registers hold, each of which ends with a jump to the next. They
// stand here since C promises that such a call is a jump, and passes both registers in registers.
#include <stdint.h>

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wunused-function"
// As Swift has it: two operations round twice.
#pragma clang fp contract(off)

typedef float lw_scalar_pair __attribute__((ext_vector_type(2)));

/// What an instruction hands on: a float32, the first of the pair, or the bits of a float64; and an integer or a bool.
typedef struct {
  lw_scalar_pair x;
  int64_t i;
} lw_scalar_registers;

/// The instruction, the addresses of the slots, the number of the turn, and the registers. Gives what they hold at the end
/// of the line.
typedef lw_scalar_registers (*lw_scalar_function)(
  const void *_Nonnull place, const void *_Nonnull slots, int64_t turn, lw_scalar_registers registers);

/// An instruction in memory.
typedef struct {
  lw_scalar_function _Nonnull function;
  /// Of a, b, the result and c.
  uint16_t slots[4];
  /// Bytes from one turn's a, b, result and c to the next's; of elements that are near, from the slots to them.
  int32_t distances[4];
  /// What a function knows what to do with.
  const void *_Nullable payload;
} lw_scalar_instruction;

#define LW_SCALAR static inline __attribute__((always_inline))
// Nearly all are shorter than a cache line. Wherever they fell otherwise, a loop took up to a fifth longer.
#define LW_FUNCTION static inline __attribute__((aligned(64)))
#define LW_ELEMENT(N, T) typedef T lw_scalar_##N __attribute__((may_alias));
LW_ELEMENT(f32, float)
LW_ELEMENT(f64, double)
LW_ELEMENT(i32, int32_t)
LW_ELEMENT(i64, int64_t)
LW_ELEMENT(flag, uint8_t)
#undef LW_ELEMENT

// MARK: Registers

LW_SCALAR float lw_held_f32(lw_scalar_registers r) { return r.x[0]; }
LW_SCALAR double lw_held_f64(lw_scalar_registers r) { double x; __builtin_memcpy(&x, &r.x, 8); return x; }
LW_SCALAR int32_t lw_held_i32(lw_scalar_registers r) { return (int32_t)r.i; }
LW_SCALAR int64_t lw_held_i64(lw_scalar_registers r) { return r.i; }
LW_SCALAR uint8_t lw_held_flag(lw_scalar_registers r) { return (uint8_t)r.i; }

// What was the second of the pair is nobody's: to keep it, the result would wait for the instruction before.
LW_SCALAR lw_scalar_registers lw_put_f32(lw_scalar_registers r, float x) {
  lw_scalar_pair pair;
  pair[0] = x;
  r.x = pair;
  return r;
}
LW_SCALAR lw_scalar_registers lw_put_f64(lw_scalar_registers r, double x) { __builtin_memcpy(&r.x, &x, 8); return r; }
LW_SCALAR lw_scalar_registers lw_put_i32(lw_scalar_registers r, int32_t i) { r.i = i; return r; }
LW_SCALAR lw_scalar_registers lw_put_i64(lw_scalar_registers r, int64_t i) { r.i = i; return r; }
LW_SCALAR lw_scalar_registers lw_put_flag(lw_scalar_registers r, uint8_t i) { r.i = i; return r; }

// MARK: Arithmetic that is not an operator, as the kernels have it

#define LW_EXTREMES(N, T, U) \
  LW_SCALAR T lw_greater_##N(T x, T y) { \
    T a = x > y ? x : y, b = y > x ? y : x; \
    U p, q; \
    __builtin_memcpy(&p, &a, sizeof p); \
    __builtin_memcpy(&q, &b, sizeof q); \
    p = x != x || y != y ? ~(U)0 : p & q; \
    __builtin_memcpy(&a, &p, sizeof p); \
    return a; \
  } \
  LW_SCALAR T lw_lesser_##N(T x, T y) { \
    T a = x < y ? x : y, b = y < x ? y : x; \
    U p, q; \
    __builtin_memcpy(&p, &a, sizeof p); \
    __builtin_memcpy(&q, &b, sizeof q); \
    p |= q; \
    __builtin_memcpy(&a, &p, sizeof p); \
    return a; \
  }
LW_EXTREMES(f32, float, uint32_t)
LW_EXTREMES(f64, double, uint64_t)
#undef LW_EXTREMES

#define LW_DIVISION(N, T, U) \
  LW_SCALAR T lw_quotient_##N(T x, T y) { return y == 0 ? -1 : y == -1 ? (T)(0 - (U)x) : x / y; } \
  LW_SCALAR T lw_remainder_##N(T x, T y) { return y == 0 ? x : y == -1 ? 0 : x % y; } \
  LW_SCALAR T lw_floor_quotient_##N(T x, T y) { \
    return lw_quotient_##N(x, y) - ((lw_remainder_##N(x, y) != 0) & ((x > 0) - (x < 0) != (y > 0) - (y < 0))); \
  } \
  LW_SCALAR T lw_floor_remainder_##N(T x, T y) { \
    T r = lw_remainder_##N(x, y); \
    return ((r != 0) & ((r < 0) != (y < 0))) ? r + y : r; \
  }
LW_DIVISION(i32, int32_t, uint32_t)
LW_DIVISION(i64, int64_t, uint64_t)
#undef LW_DIVISION

// MARK: Instructions

// Whether elements are where slots say, and may move with the turns, or at distances from the slots, which are known
// before the loop runs; and whether the result is read from memory. What need not be done takes as long as the operation.
enum { LW_MOVING = 1, LW_STORING = 2 };

/// Of an array, near or not.
LW_SCALAR char *_Nonnull lw_scalar_array(
  const lw_scalar_instruction *_Nonnull in, const void *_Nonnull slots, int64_t turn, int operand, int form) {
  char *start = ((char *const _Nonnull *)slots)[in->slots[operand]];
  return form & LW_MOVING ? start + turn * in->distances[operand] : start;
}

/// Of an element.
LW_SCALAR char *_Nonnull lw_scalar_address(
  const lw_scalar_instruction *_Nonnull in, const void *_Nonnull slots, int64_t turn, int operand, int form) {
  return form & LW_MOVING ? lw_scalar_array(in, slots, turn, operand, form) : (char *)slots + in->distances[operand];
}

#define LW_NEXT(in, registers) \
  __attribute__((musttail)) return (in)[1].function((in) + 1, slots, turn, registers)
// `value` may use x, the register; A, B and C, the operands; and `registers`.
#define LW_FORM(name, T, R, FORM, value, after) \
  LW_FUNCTION lw_scalar_registers lw_##name( \
    const void *_Nonnull place, const void *_Nonnull slots, int64_t turn, lw_scalar_registers registers) { \
    enum { form = FORM }; \
    typedef lw_scalar_##T element; \
    const lw_scalar_instruction *in = (const lw_scalar_instruction *)place; \
    element x = lw_held_##T(registers); \
    (void)x; \
    lw_scalar_##R result = (lw_scalar_##R)(value); \
    if (form & LW_STORING) *(lw_scalar_##R *)lw_scalar_address(in, slots, turn, 2, form) = result; \
    LW_NEXT(in, after); \
  }
#define LW_FORMS(name, T, R, value, after) \
  LW_FORM(moving_##name, T, R, LW_MOVING | LW_STORING, value, after) \
  LW_FORM(near_##name, T, R, LW_STORING, value, after) \
  LW_FORM(quiet_##name, T, R, 0, value, after)
#define LW_INSTRUCTION(name, T, R, value) LW_FORMS(name, T, R, value, lw_put_##R(registers, result))
#define A (*(const element *)lw_scalar_address(in, slots, turn, 0, form))
#define B (*(const element *)lw_scalar_address(in, slots, turn, 1, form))
#define C (*(const element *)lw_scalar_address(in, slots, turn, 3, form))

#define LW_MEMORY(N) \
  LW_INSTRUCTION(store_##N, N, N, x) \
  LW_INSTRUCTION(load_##N, N, N, A) \
  LW_FORMS(move_##N, N, N, A, registers) \
  LW_INSTRUCTION(choose_##N, N, N, registers.i != 0 ? A : B)
LW_MEMORY(f32)
LW_MEMORY(f64)
LW_MEMORY(i32)
LW_MEMORY(i64)
LW_MEMORY(flag)
#undef LW_MEMORY

#define LW_COMPARISONS(N) \
  LW_INSTRUCTION(eq_##N, N, flag, x == A) \
  LW_INSTRUCTION(ne_##N, N, flag, x != A) \
  LW_INSTRUCTION(lt_##N, N, flag, x < A) \
  LW_INSTRUCTION(le_##N, N, flag, x <= A) \
  LW_INSTRUCTION(gt_##N, N, flag, x > A) \
  LW_INSTRUCTION(ge_##N, N, flag, x >= A)
LW_COMPARISONS(f32)
LW_COMPARISONS(f64)
LW_COMPARISONS(i32)
LW_COMPARISONS(i64)
#undef LW_COMPARISONS

// What comes second to a first operation: on the register, or on two operands.
#define LW_PAIRS(name, N, first, other) \
  LW_INSTRUCTION(name##_add_##N, N, N, (first) + other) \
  LW_INSTRUCTION(name##_sub_##N, N, N, (first) - other) \
  LW_INSTRUCTION(name##_sub_of_##N, N, N, other - (first)) \
  LW_INSTRUCTION(name##_mul_##N, N, N, (first) * other)

#define LW_FLOATING(N) \
  LW_INSTRUCTION(add_##N, N, N, x + A) \
  LW_INSTRUCTION(sub_##N, N, N, x - A) \
  LW_INSTRUCTION(sub_of_##N, N, N, A - x) \
  LW_INSTRUCTION(mul_##N, N, N, x * A) \
  LW_INSTRUCTION(div_##N, N, N, x / A) \
  LW_INSTRUCTION(div_of_##N, N, N, A / x) \
  LW_INSTRUCTION(max_##N, N, N, lw_greater_##N(x, A)) \
  LW_INSTRUCTION(min_##N, N, N, lw_lesser_##N(x, A)) \
  LW_INSTRUCTION(add_two_##N, N, N, A + B) \
  LW_INSTRUCTION(sub_two_##N, N, N, A - B) \
  LW_INSTRUCTION(mul_two_##N, N, N, A * B) \
  LW_INSTRUCTION(div_two_##N, N, N, A / B) \
  LW_INSTRUCTION(max_two_##N, N, N, lw_greater_##N(A, B)) \
  LW_INSTRUCTION(min_two_##N, N, N, lw_lesser_##N(A, B)) \
  LW_INSTRUCTION(neg_##N, N, N, -x) \
  LW_INSTRUCTION(abs_##N, N, N, __builtin_elementwise_abs(x)) \
  LW_INSTRUCTION(square_##N, N, N, x * x) \
  LW_INSTRUCTION(sqrt_##N, N, N, __builtin_elementwise_sqrt(x)) \
  LW_PAIRS(add, N, x + A, B) \
  LW_PAIRS(sub, N, x - A, B) \
  LW_PAIRS(sub_of, N, A - x, B) \
  LW_PAIRS(mul, N, x * A, B) \
  LW_PAIRS(add_two, N, A + B, C) \
  LW_PAIRS(sub_two, N, A - B, C) \
  LW_PAIRS(mul_two, N, A * B, C) \
  LW_INSTRUCTION(add_product_##N, N, N, x + A * B) \
  LW_INSTRUCTION(sub_product_##N, N, N, x - A * B) \
  LW_INSTRUCTION(sub_of_product_##N, N, N, A * B - x) \
  LW_INSTRUCTION(mul_product_##N, N, N, A * B * x) \
  LW_INSTRUCTION(keep_or_##N, N, N, registers.i != 0 ? x : A) \
  LW_INSTRUCTION(or_keep_##N, N, N, registers.i != 0 ? A : x)
LW_FLOATING(f32)
LW_FLOATING(f64)
#undef LW_FLOATING
#undef LW_PAIRS

#define LW_INTEGER(N, U) \
  LW_INSTRUCTION(add_##N, N, N, (U)x + (U)A) \
  LW_INSTRUCTION(sub_##N, N, N, (U)x - (U)A) \
  LW_INSTRUCTION(sub_of_##N, N, N, (U)A - (U)x) \
  LW_INSTRUCTION(mul_##N, N, N, (U)x * (U)A) \
  LW_INSTRUCTION(max_##N, N, N, x > A ? x : A) \
  LW_INSTRUCTION(min_##N, N, N, x < A ? x : A) \
  LW_INSTRUCTION(div_##N, N, N, lw_quotient_##N(x, A)) \
  LW_INSTRUCTION(rem_##N, N, N, lw_remainder_##N(x, A)) \
  LW_INSTRUCTION(floor_div_##N, N, N, lw_floor_quotient_##N(x, A)) \
  LW_INSTRUCTION(floor_rem_##N, N, N, lw_floor_remainder_##N(x, A)) \
  LW_INSTRUCTION(and_##N, N, N, x & A) \
  LW_INSTRUCTION(or_##N, N, N, x | A) \
  LW_INSTRUCTION(xor_##N, N, N, x ^ A) \
  LW_INSTRUCTION(neg_##N, N, N, 0 - (U)x) \
  LW_INSTRUCTION(sign_##N, N, N, (x > 0) - (x < 0))
LW_INTEGER(i32, uint32_t)
LW_INTEGER(i64, uint64_t)
#undef LW_INTEGER

LW_INSTRUCTION(shift_left_i32, i32, i32, (uint32_t)A < 32 ? (uint32_t)x << ((uint32_t)A & 31) : 0)
LW_INSTRUCTION(shift_right_i32, i32, i32, (uint32_t)A < 32 ? (uint32_t)x >> ((uint32_t)A & 31) : 0)
LW_INSTRUCTION(sar_i32, i32, i32, x >> ((uint32_t)A < 32 ? A : 31))
LW_INSTRUCTION(sar_i64, i64, i64, x >> ((uint64_t)A < 64 ? A : 63))
LW_INSTRUCTION(and_flag, flag, flag, x & A)
LW_INSTRUCTION(or_flag, flag, flag, x | A)
LW_INSTRUCTION(xor_flag, flag, flag, x ^ A)
LW_INSTRUCTION(not_flag, flag, flag, x ^ 1)

LW_INSTRUCTION(convert_i32_f32, i32, f32, (float)x)
LW_INSTRUCTION(convert_i32_f64, i32, f64, (double)x)
LW_INSTRUCTION(convert_f32_f64, f32, f64, (double)x)
LW_INSTRUCTION(convert_f64_f32, f64, f32, (float)x)
LW_INSTRUCTION(convert_i64_i32, i64, i32, (int32_t)x)

#undef A
#undef B
#undef C

// MARK: Elements of arrays at places that are computed

/// One of the integers that say where.
typedef struct {
  /// What is added to it; what is added to a negative sum; the largest place; and the bytes of the array from one place to
  /// the next.
  int64_t bias, wrap, last, stride;
} lw_scalar_index;

/// Where elements are: what an instruction's payload points at.
typedef struct {
  /// Of the integer register, and of the operand B if there is one.
  lw_scalar_index indices[2];
  /// The bits of an element that is outside.
  uint64_t fill;
  /// Whether a place outside is moved inside.
  uint8_t is_clamping;
} lw_scalar_place;

LW_SCALAR int64_t lw_scalar_biased(lw_scalar_index index, int32_t i) {
  return (int32_t)((uint32_t)i + (uint32_t)index.bias);
}

/// Bytes from the array's start to a place; negative if that is not inside.
LW_SCALAR int64_t lw_scalar_inside(lw_scalar_index index, int64_t place) {
  return (uint64_t)place <= (uint64_t)index.last ? place * index.stride : -1;
}

/// The same of any place: negative only if it is outside and stays there.
LW_SCALAR int64_t lw_scalar_anywhere(lw_scalar_index index, int64_t place, uint8_t is_clamping) {
  if (place < 0) place += index.wrap;
  int64_t inside = place < 0 ? 0 : place > index.last ? index.last : place;
  return inside == place || is_clamping ? inside * index.stride : -1;
}

// What is done at an offset is written twice: for the indices that are inside, and, in a function of its own that needs
// more registers, for all others.
#define LW_AT_PLACE(name, FORM, offset_of, otherwise, action, attributes) \
  attributes LW_FUNCTION lw_scalar_registers lw_##name( \
    const void *_Nonnull at, const void *_Nonnull slots, int64_t turn, lw_scalar_registers registers) { \
    enum { form = FORM }; \
    const lw_scalar_instruction *in = (const lw_scalar_instruction *)at; \
    const lw_scalar_place *place = (const lw_scalar_place *)in->payload; \
    const lw_scalar_index *index = place->indices; \
    int32_t i = (int32_t)registers.i; \
    int64_t offset = offset_of; \
    if (offset < 0) otherwise; \
    if (in->slots[1]) { \
      i = *(const lw_scalar_i32 *)lw_scalar_address(in, slots, turn, 1, form); \
      index++; \
      int64_t second = offset_of; \
      if (second < 0) otherwise; \
      offset += second; \
    } \
    action; \
    LW_NEXT(in, registers); \
  }
#define LW_PLACE_FORM(name, FORM, action, outside) \
  LW_AT_PLACE(other_##name, FORM, lw_scalar_anywhere(*index, lw_scalar_biased(*index, i), place->is_clamping), outside, action, \
    __attribute__((noinline))) \
  LW_AT_PLACE(name, FORM, lw_scalar_inside(*index, lw_scalar_biased(*index, i)), \
    __attribute__((musttail)) return lw_other_##name(at, slots, turn, registers), action, )

#define LW_ELEMENT_FORM(name, N, FORM) \
  LW_PLACE_FORM(name, FORM, LW_GIVE(N, FORM, lw_scalar_array(in, slots, turn, 0, form) + offset), \
    { LW_GIVE(N, FORM, &place->fill) LW_NEXT(in, registers); })
#define LW_GIVE(N, FORM, source) \
  { \
    lw_scalar_##N element = *(const lw_scalar_##N *)(source); \
    if (form & LW_STORING) *(lw_scalar_##N *)lw_scalar_address(in, slots, turn, 2, form) = element; \
    registers = lw_put_##N(registers, element); \
  }
#define LW_ELEMENT(N) \
  LW_ELEMENT_FORM(moving_element_##N, N, LW_MOVING | LW_STORING) \
  LW_ELEMENT_FORM(near_element_##N, N, LW_STORING) \
  LW_ELEMENT_FORM(quiet_element_##N, N, 0)
LW_ELEMENT(f32)
LW_ELEMENT(f64)
LW_ELEMENT(i32)
LW_ELEMENT(i64)
LW_ELEMENT(flag)
#undef LW_ELEMENT
#undef LW_ELEMENT_FORM
#undef LW_GIVE

// The result is an array, whose element becomes what the register holds, or A.
#define LW_REPLACEMENT(name, N, value) \
  LW_PLACE_FORM(moving_##name, LW_MOVING, LW_REPLACE(N, value), LW_NEXT(in, registers)) \
  LW_PLACE_FORM(near_##name, 0, LW_REPLACE(N, value), LW_NEXT(in, registers))
#define LW_REPLACE(N, value) \
  *(lw_scalar_##N *)(lw_scalar_array(in, slots, turn, 2, form) + offset) = value
#define A(N) (*(const lw_scalar_##N *)lw_scalar_address(in, slots, turn, 0, form))
LW_REPLACEMENT(set_f32, f32, lw_held_f32(registers))
LW_REPLACEMENT(set_f64, f64, lw_held_f64(registers))
LW_REPLACEMENT(set_flag, flag, A(flag))
LW_REPLACEMENT(set_i32, i32, A(i32))
LW_REPLACEMENT(set_i64, i64, A(i64))
#undef A
#undef LW_REPLACE
#undef LW_REPLACEMENT

// The result's slot becomes the place in A: of a place that is moved inside.
#define LW_VIEW(name, FORM) \
  LW_PLACE_FORM(name, FORM, \
    ((char **)slots)[in->slots[2]] = lw_scalar_array(in, slots, turn, 0, form) + offset, LW_NEXT(in, registers))
LW_VIEW(moving_view, LW_MOVING)
LW_VIEW(near_view, 0)
#undef LW_VIEW
#undef LW_PLACE_FORM
#undef LW_AT_PLACE

// MARK: Flow

/// The end of a line.
LW_FUNCTION lw_scalar_registers lw_scalar_end(
  const void *_Nonnull place, const void *_Nonnull slots, int64_t turn, lw_scalar_registers registers) {
  return registers;
}

/// Calls the kernel of a record, which the payload points at, with the count that stands in place of a distance. Registers
/// hold nothing after it.
LW_FUNCTION lw_scalar_registers lw_scalar_call(
  const void *_Nonnull place, const void *_Nonnull slots, int64_t turn, lw_scalar_registers registers) {
  typedef void (*kernel)(const void *, const void *, intptr_t);
  const lw_scalar_instruction *in = (const lw_scalar_instruction *)place;
  (*(const kernel *)in->payload)(in->payload, slots, in->distances[0]);
  lw_scalar_registers nothing = {0};
  LW_NEXT(in, nothing);
}

/// Two lines, of which the integer register chooses: the second one above 0.
typedef struct {
  const lw_scalar_instruction *_Nonnull lines[2];
} lw_scalar_choice;

LW_FUNCTION lw_scalar_registers lw_scalar_choose(
  const void *_Nonnull place, const void *_Nonnull slots, int64_t turn, lw_scalar_registers registers) {
  const lw_scalar_instruction *in = (const lw_scalar_instruction *)place;
  const lw_scalar_choice *choice = (const lw_scalar_choice *)in->payload;
  const lw_scalar_instruction *line = choice->lines[(int32_t)registers.i > 0];
  line->function(line, slots, turn, registers);
  lw_scalar_registers nothing = {0};
  LW_NEXT(in, nothing);
}

#undef LW_NEXT
#undef LW_INSTRUCTION
#undef LW_FORMS
#undef LW_FORM
#undef LW_SCALAR
#undef LW_FUNCTION
#pragma clang fp contract(on)
#pragma clang diagnostic pop
