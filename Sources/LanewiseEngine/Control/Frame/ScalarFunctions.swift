import LanewiseKernelABI
import LanewiseShims

/// The functions of the instructions.
extension ScalarOpcode {
  /// - `isNear`: whether all elements are at distances from the slots; otherwise slots say where they are.
  /// - `isStoring`: whether the result is read from memory.
  func function(isNear: Bool, isStoring: Bool) -> lw_scalar_function {
    switch self {
    case .call: return lw_scalar_call
    case .choose: return lw_scalar_choose
    default:
      let forms = (ofMemory ?? ofPlaces ?? ofFloats ?? ofDoubles ?? ofIntegers)!
      return isNear ? isStoring ? forms.near : forms.quiet : forms.moving
    }
  }

  /// Of one instruction.
  private struct Forms {
    typealias Function = lw_scalar_function
    let moving, near, quiet: Function

    init(_ moving: @escaping Function, _ near: @escaping Function, _ quiet: @escaping Function) {
      (self.moving, self.near, self.quiet) = (moving, near, quiet)
    }

    /// Of one that always writes to memory.
    init(_ moving: @escaping Function, _ near: @escaping Function) { self.init(moving, near, near) }
  }

  private var ofMemory: Forms? {
    switch self {
    case .loadF32: Forms(lw_moving_load_f32, lw_near_load_f32, lw_quiet_load_f32)
    case .loadF64: Forms(lw_moving_load_f64, lw_near_load_f64, lw_quiet_load_f64)
    case .loadI32: Forms(lw_moving_load_i32, lw_near_load_i32, lw_quiet_load_i32)
    case .loadI64: Forms(lw_moving_load_i64, lw_near_load_i64, lw_quiet_load_i64)
    case .loadBool: Forms(lw_moving_load_flag, lw_near_load_flag, lw_quiet_load_flag)
    case .storeF32: Forms(lw_moving_store_f32, lw_near_store_f32, lw_quiet_store_f32)
    case .storeF64: Forms(lw_moving_store_f64, lw_near_store_f64, lw_quiet_store_f64)
    case .storeI32: Forms(lw_moving_store_i32, lw_near_store_i32, lw_quiet_store_i32)
    case .storeI64: Forms(lw_moving_store_i64, lw_near_store_i64, lw_quiet_store_i64)
    case .storeBool: Forms(lw_moving_store_flag, lw_near_store_flag, lw_quiet_store_flag)
    case .move1: Forms(lw_moving_move_flag, lw_near_move_flag, lw_quiet_move_flag)
    case .move4: Forms(lw_moving_move_i32, lw_near_move_i32, lw_quiet_move_i32)
    case .move8: Forms(lw_moving_move_i64, lw_near_move_i64, lw_quiet_move_i64)
    case .convertI32F32: Forms(lw_moving_convert_i32_f32, lw_near_convert_i32_f32, lw_quiet_convert_i32_f32)
    case .convertI32F64: Forms(lw_moving_convert_i32_f64, lw_near_convert_i32_f64, lw_quiet_convert_i32_f64)
    case .convertF32F64: Forms(lw_moving_convert_f32_f64, lw_near_convert_f32_f64, lw_quiet_convert_f32_f64)
    case .convertF64F32: Forms(lw_moving_convert_f64_f32, lw_near_convert_f64_f32, lw_quiet_convert_f64_f32)
    case .convertI64I32: Forms(lw_moving_convert_i64_i32, lw_near_convert_i64_i32, lw_quiet_convert_i64_i32)
    default: nil
    }
  }

  private var ofPlaces: Forms? {
    switch self {
    case .elementF32: Forms(lw_moving_element_f32, lw_near_element_f32, lw_quiet_element_f32)
    case .elementF64: Forms(lw_moving_element_f64, lw_near_element_f64, lw_quiet_element_f64)
    case .elementI32: Forms(lw_moving_element_i32, lw_near_element_i32, lw_quiet_element_i32)
    case .elementI64: Forms(lw_moving_element_i64, lw_near_element_i64, lw_quiet_element_i64)
    case .elementBool: Forms(lw_moving_element_flag, lw_near_element_flag, lw_quiet_element_flag)
    case .setF32: Forms(lw_moving_set_f32, lw_near_set_f32)
    case .setF64: Forms(lw_moving_set_f64, lw_near_set_f64)
    case .setBool: Forms(lw_moving_set_flag, lw_near_set_flag)
    case .set4: Forms(lw_moving_set_i32, lw_near_set_i32)
    case .set8: Forms(lw_moving_set_i64, lw_near_set_i64)
    case .view: Forms(lw_moving_view, lw_near_view)
    default: nil
    }
  }

  private var ofFloats: Forms? {
    switch self {
    case .addF32: Forms(lw_moving_add_f32, lw_near_add_f32, lw_quiet_add_f32)
    case .subF32: Forms(lw_moving_sub_f32, lw_near_sub_f32, lw_quiet_sub_f32)
    case .mulF32: Forms(lw_moving_mul_f32, lw_near_mul_f32, lw_quiet_mul_f32)
    case .divF32: Forms(lw_moving_div_f32, lw_near_div_f32, lw_quiet_div_f32)
    case .subOfF32: Forms(lw_moving_sub_of_f32, lw_near_sub_of_f32, lw_quiet_sub_of_f32)
    case .divOfF32: Forms(lw_moving_div_of_f32, lw_near_div_of_f32, lw_quiet_div_of_f32)
    case .maxF32: Forms(lw_moving_max_f32, lw_near_max_f32, lw_quiet_max_f32)
    case .minF32: Forms(lw_moving_min_f32, lw_near_min_f32, lw_quiet_min_f32)
    case .addTwoF32: Forms(lw_moving_add_two_f32, lw_near_add_two_f32, lw_quiet_add_two_f32)
    case .subTwoF32: Forms(lw_moving_sub_two_f32, lw_near_sub_two_f32, lw_quiet_sub_two_f32)
    case .mulTwoF32: Forms(lw_moving_mul_two_f32, lw_near_mul_two_f32, lw_quiet_mul_two_f32)
    case .divTwoF32: Forms(lw_moving_div_two_f32, lw_near_div_two_f32, lw_quiet_div_two_f32)
    case .maxTwoF32: Forms(lw_moving_max_two_f32, lw_near_max_two_f32, lw_quiet_max_two_f32)
    case .minTwoF32: Forms(lw_moving_min_two_f32, lw_near_min_two_f32, lw_quiet_min_two_f32)
    case .negF32: Forms(lw_moving_neg_f32, lw_near_neg_f32, lw_quiet_neg_f32)
    case .absF32: Forms(lw_moving_abs_f32, lw_near_abs_f32, lw_quiet_abs_f32)
    case .squareF32: Forms(lw_moving_square_f32, lw_near_square_f32, lw_quiet_square_f32)
    case .sqrtF32: Forms(lw_moving_sqrt_f32, lw_near_sqrt_f32, lw_quiet_sqrt_f32)
    case .addAddF32: Forms(lw_moving_add_add_f32, lw_near_add_add_f32, lw_quiet_add_add_f32)
    case .addSubF32: Forms(lw_moving_add_sub_f32, lw_near_add_sub_f32, lw_quiet_add_sub_f32)
    case .addSubOfF32: Forms(lw_moving_add_sub_of_f32, lw_near_add_sub_of_f32, lw_quiet_add_sub_of_f32)
    case .addMulF32: Forms(lw_moving_add_mul_f32, lw_near_add_mul_f32, lw_quiet_add_mul_f32)
    case .subAddF32: Forms(lw_moving_sub_add_f32, lw_near_sub_add_f32, lw_quiet_sub_add_f32)
    case .subSubF32: Forms(lw_moving_sub_sub_f32, lw_near_sub_sub_f32, lw_quiet_sub_sub_f32)
    case .subSubOfF32: Forms(lw_moving_sub_sub_of_f32, lw_near_sub_sub_of_f32, lw_quiet_sub_sub_of_f32)
    case .subMulF32: Forms(lw_moving_sub_mul_f32, lw_near_sub_mul_f32, lw_quiet_sub_mul_f32)
    case .subOfAddF32: Forms(lw_moving_sub_of_add_f32, lw_near_sub_of_add_f32, lw_quiet_sub_of_add_f32)
    case .subOfSubF32: Forms(lw_moving_sub_of_sub_f32, lw_near_sub_of_sub_f32, lw_quiet_sub_of_sub_f32)
    case .subOfSubOfF32: Forms(lw_moving_sub_of_sub_of_f32, lw_near_sub_of_sub_of_f32, lw_quiet_sub_of_sub_of_f32)
    case .subOfMulF32: Forms(lw_moving_sub_of_mul_f32, lw_near_sub_of_mul_f32, lw_quiet_sub_of_mul_f32)
    case .mulAddF32: Forms(lw_moving_mul_add_f32, lw_near_mul_add_f32, lw_quiet_mul_add_f32)
    case .mulSubF32: Forms(lw_moving_mul_sub_f32, lw_near_mul_sub_f32, lw_quiet_mul_sub_f32)
    case .mulSubOfF32: Forms(lw_moving_mul_sub_of_f32, lw_near_mul_sub_of_f32, lw_quiet_mul_sub_of_f32)
    case .mulMulF32: Forms(lw_moving_mul_mul_f32, lw_near_mul_mul_f32, lw_quiet_mul_mul_f32)
    case .addTwoAddF32: Forms(lw_moving_add_two_add_f32, lw_near_add_two_add_f32, lw_quiet_add_two_add_f32)
    case .addTwoSubF32: Forms(lw_moving_add_two_sub_f32, lw_near_add_two_sub_f32, lw_quiet_add_two_sub_f32)
    case .addTwoSubOfF32: Forms(lw_moving_add_two_sub_of_f32, lw_near_add_two_sub_of_f32, lw_quiet_add_two_sub_of_f32)
    case .addTwoMulF32: Forms(lw_moving_add_two_mul_f32, lw_near_add_two_mul_f32, lw_quiet_add_two_mul_f32)
    case .subTwoAddF32: Forms(lw_moving_sub_two_add_f32, lw_near_sub_two_add_f32, lw_quiet_sub_two_add_f32)
    case .subTwoSubF32: Forms(lw_moving_sub_two_sub_f32, lw_near_sub_two_sub_f32, lw_quiet_sub_two_sub_f32)
    case .subTwoSubOfF32: Forms(lw_moving_sub_two_sub_of_f32, lw_near_sub_two_sub_of_f32, lw_quiet_sub_two_sub_of_f32)
    case .subTwoMulF32: Forms(lw_moving_sub_two_mul_f32, lw_near_sub_two_mul_f32, lw_quiet_sub_two_mul_f32)
    case .mulTwoAddF32: Forms(lw_moving_mul_two_add_f32, lw_near_mul_two_add_f32, lw_quiet_mul_two_add_f32)
    case .mulTwoSubF32: Forms(lw_moving_mul_two_sub_f32, lw_near_mul_two_sub_f32, lw_quiet_mul_two_sub_f32)
    case .mulTwoSubOfF32: Forms(lw_moving_mul_two_sub_of_f32, lw_near_mul_two_sub_of_f32, lw_quiet_mul_two_sub_of_f32)
    case .mulTwoMulF32: Forms(lw_moving_mul_two_mul_f32, lw_near_mul_two_mul_f32, lw_quiet_mul_two_mul_f32)
    case .addProductF32: Forms(lw_moving_add_product_f32, lw_near_add_product_f32, lw_quiet_add_product_f32)
    case .subProductF32: Forms(lw_moving_sub_product_f32, lw_near_sub_product_f32, lw_quiet_sub_product_f32)
    case .subOfProductF32: Forms(lw_moving_sub_of_product_f32, lw_near_sub_of_product_f32, lw_quiet_sub_of_product_f32)
    case .mulProductF32: Forms(lw_moving_mul_product_f32, lw_near_mul_product_f32, lw_quiet_mul_product_f32)
    case .chooseF32: Forms(lw_moving_choose_f32, lw_near_choose_f32, lw_quiet_choose_f32)
    case .keepOrF32: Forms(lw_moving_keep_or_f32, lw_near_keep_or_f32, lw_quiet_keep_or_f32)
    case .orKeepF32: Forms(lw_moving_or_keep_f32, lw_near_or_keep_f32, lw_quiet_or_keep_f32)
    case .eqF32: Forms(lw_moving_eq_f32, lw_near_eq_f32, lw_quiet_eq_f32)
    case .neF32: Forms(lw_moving_ne_f32, lw_near_ne_f32, lw_quiet_ne_f32)
    case .ltF32: Forms(lw_moving_lt_f32, lw_near_lt_f32, lw_quiet_lt_f32)
    case .leF32: Forms(lw_moving_le_f32, lw_near_le_f32, lw_quiet_le_f32)
    case .gtF32: Forms(lw_moving_gt_f32, lw_near_gt_f32, lw_quiet_gt_f32)
    case .geF32: Forms(lw_moving_ge_f32, lw_near_ge_f32, lw_quiet_ge_f32)
    default: nil
    }
  }

  private var ofDoubles: Forms? {
    switch self {
    case .addF64: Forms(lw_moving_add_f64, lw_near_add_f64, lw_quiet_add_f64)
    case .subF64: Forms(lw_moving_sub_f64, lw_near_sub_f64, lw_quiet_sub_f64)
    case .mulF64: Forms(lw_moving_mul_f64, lw_near_mul_f64, lw_quiet_mul_f64)
    case .divF64: Forms(lw_moving_div_f64, lw_near_div_f64, lw_quiet_div_f64)
    case .subOfF64: Forms(lw_moving_sub_of_f64, lw_near_sub_of_f64, lw_quiet_sub_of_f64)
    case .divOfF64: Forms(lw_moving_div_of_f64, lw_near_div_of_f64, lw_quiet_div_of_f64)
    case .maxF64: Forms(lw_moving_max_f64, lw_near_max_f64, lw_quiet_max_f64)
    case .minF64: Forms(lw_moving_min_f64, lw_near_min_f64, lw_quiet_min_f64)
    case .addTwoF64: Forms(lw_moving_add_two_f64, lw_near_add_two_f64, lw_quiet_add_two_f64)
    case .subTwoF64: Forms(lw_moving_sub_two_f64, lw_near_sub_two_f64, lw_quiet_sub_two_f64)
    case .mulTwoF64: Forms(lw_moving_mul_two_f64, lw_near_mul_two_f64, lw_quiet_mul_two_f64)
    case .divTwoF64: Forms(lw_moving_div_two_f64, lw_near_div_two_f64, lw_quiet_div_two_f64)
    case .maxTwoF64: Forms(lw_moving_max_two_f64, lw_near_max_two_f64, lw_quiet_max_two_f64)
    case .minTwoF64: Forms(lw_moving_min_two_f64, lw_near_min_two_f64, lw_quiet_min_two_f64)
    case .negF64: Forms(lw_moving_neg_f64, lw_near_neg_f64, lw_quiet_neg_f64)
    case .absF64: Forms(lw_moving_abs_f64, lw_near_abs_f64, lw_quiet_abs_f64)
    case .squareF64: Forms(lw_moving_square_f64, lw_near_square_f64, lw_quiet_square_f64)
    case .sqrtF64: Forms(lw_moving_sqrt_f64, lw_near_sqrt_f64, lw_quiet_sqrt_f64)
    case .addAddF64: Forms(lw_moving_add_add_f64, lw_near_add_add_f64, lw_quiet_add_add_f64)
    case .addSubF64: Forms(lw_moving_add_sub_f64, lw_near_add_sub_f64, lw_quiet_add_sub_f64)
    case .addSubOfF64: Forms(lw_moving_add_sub_of_f64, lw_near_add_sub_of_f64, lw_quiet_add_sub_of_f64)
    case .addMulF64: Forms(lw_moving_add_mul_f64, lw_near_add_mul_f64, lw_quiet_add_mul_f64)
    case .subAddF64: Forms(lw_moving_sub_add_f64, lw_near_sub_add_f64, lw_quiet_sub_add_f64)
    case .subSubF64: Forms(lw_moving_sub_sub_f64, lw_near_sub_sub_f64, lw_quiet_sub_sub_f64)
    case .subSubOfF64: Forms(lw_moving_sub_sub_of_f64, lw_near_sub_sub_of_f64, lw_quiet_sub_sub_of_f64)
    case .subMulF64: Forms(lw_moving_sub_mul_f64, lw_near_sub_mul_f64, lw_quiet_sub_mul_f64)
    case .subOfAddF64: Forms(lw_moving_sub_of_add_f64, lw_near_sub_of_add_f64, lw_quiet_sub_of_add_f64)
    case .subOfSubF64: Forms(lw_moving_sub_of_sub_f64, lw_near_sub_of_sub_f64, lw_quiet_sub_of_sub_f64)
    case .subOfSubOfF64: Forms(lw_moving_sub_of_sub_of_f64, lw_near_sub_of_sub_of_f64, lw_quiet_sub_of_sub_of_f64)
    case .subOfMulF64: Forms(lw_moving_sub_of_mul_f64, lw_near_sub_of_mul_f64, lw_quiet_sub_of_mul_f64)
    case .mulAddF64: Forms(lw_moving_mul_add_f64, lw_near_mul_add_f64, lw_quiet_mul_add_f64)
    case .mulSubF64: Forms(lw_moving_mul_sub_f64, lw_near_mul_sub_f64, lw_quiet_mul_sub_f64)
    case .mulSubOfF64: Forms(lw_moving_mul_sub_of_f64, lw_near_mul_sub_of_f64, lw_quiet_mul_sub_of_f64)
    case .mulMulF64: Forms(lw_moving_mul_mul_f64, lw_near_mul_mul_f64, lw_quiet_mul_mul_f64)
    case .addTwoAddF64: Forms(lw_moving_add_two_add_f64, lw_near_add_two_add_f64, lw_quiet_add_two_add_f64)
    case .addTwoSubF64: Forms(lw_moving_add_two_sub_f64, lw_near_add_two_sub_f64, lw_quiet_add_two_sub_f64)
    case .addTwoSubOfF64: Forms(lw_moving_add_two_sub_of_f64, lw_near_add_two_sub_of_f64, lw_quiet_add_two_sub_of_f64)
    case .addTwoMulF64: Forms(lw_moving_add_two_mul_f64, lw_near_add_two_mul_f64, lw_quiet_add_two_mul_f64)
    case .subTwoAddF64: Forms(lw_moving_sub_two_add_f64, lw_near_sub_two_add_f64, lw_quiet_sub_two_add_f64)
    case .subTwoSubF64: Forms(lw_moving_sub_two_sub_f64, lw_near_sub_two_sub_f64, lw_quiet_sub_two_sub_f64)
    case .subTwoSubOfF64: Forms(lw_moving_sub_two_sub_of_f64, lw_near_sub_two_sub_of_f64, lw_quiet_sub_two_sub_of_f64)
    case .subTwoMulF64: Forms(lw_moving_sub_two_mul_f64, lw_near_sub_two_mul_f64, lw_quiet_sub_two_mul_f64)
    case .mulTwoAddF64: Forms(lw_moving_mul_two_add_f64, lw_near_mul_two_add_f64, lw_quiet_mul_two_add_f64)
    case .mulTwoSubF64: Forms(lw_moving_mul_two_sub_f64, lw_near_mul_two_sub_f64, lw_quiet_mul_two_sub_f64)
    case .mulTwoSubOfF64: Forms(lw_moving_mul_two_sub_of_f64, lw_near_mul_two_sub_of_f64, lw_quiet_mul_two_sub_of_f64)
    case .mulTwoMulF64: Forms(lw_moving_mul_two_mul_f64, lw_near_mul_two_mul_f64, lw_quiet_mul_two_mul_f64)
    case .addProductF64: Forms(lw_moving_add_product_f64, lw_near_add_product_f64, lw_quiet_add_product_f64)
    case .subProductF64: Forms(lw_moving_sub_product_f64, lw_near_sub_product_f64, lw_quiet_sub_product_f64)
    case .subOfProductF64: Forms(lw_moving_sub_of_product_f64, lw_near_sub_of_product_f64, lw_quiet_sub_of_product_f64)
    case .mulProductF64: Forms(lw_moving_mul_product_f64, lw_near_mul_product_f64, lw_quiet_mul_product_f64)
    case .chooseF64: Forms(lw_moving_choose_f64, lw_near_choose_f64, lw_quiet_choose_f64)
    case .keepOrF64: Forms(lw_moving_keep_or_f64, lw_near_keep_or_f64, lw_quiet_keep_or_f64)
    case .orKeepF64: Forms(lw_moving_or_keep_f64, lw_near_or_keep_f64, lw_quiet_or_keep_f64)
    case .eqF64: Forms(lw_moving_eq_f64, lw_near_eq_f64, lw_quiet_eq_f64)
    case .neF64: Forms(lw_moving_ne_f64, lw_near_ne_f64, lw_quiet_ne_f64)
    case .ltF64: Forms(lw_moving_lt_f64, lw_near_lt_f64, lw_quiet_lt_f64)
    case .leF64: Forms(lw_moving_le_f64, lw_near_le_f64, lw_quiet_le_f64)
    case .gtF64: Forms(lw_moving_gt_f64, lw_near_gt_f64, lw_quiet_gt_f64)
    case .geF64: Forms(lw_moving_ge_f64, lw_near_ge_f64, lw_quiet_ge_f64)
    default: nil
    }
  }

  private var ofIntegers: Forms? {
    switch self {
    case .addI32: Forms(lw_moving_add_i32, lw_near_add_i32, lw_quiet_add_i32)
    case .subI32: Forms(lw_moving_sub_i32, lw_near_sub_i32, lw_quiet_sub_i32)
    case .subOfI32: Forms(lw_moving_sub_of_i32, lw_near_sub_of_i32, lw_quiet_sub_of_i32)
    case .mulI32: Forms(lw_moving_mul_i32, lw_near_mul_i32, lw_quiet_mul_i32)
    case .maxI32: Forms(lw_moving_max_i32, lw_near_max_i32, lw_quiet_max_i32)
    case .minI32: Forms(lw_moving_min_i32, lw_near_min_i32, lw_quiet_min_i32)
    case .divI32: Forms(lw_moving_div_i32, lw_near_div_i32, lw_quiet_div_i32)
    case .remI32: Forms(lw_moving_rem_i32, lw_near_rem_i32, lw_quiet_rem_i32)
    case .floorDivI32: Forms(lw_moving_floor_div_i32, lw_near_floor_div_i32, lw_quiet_floor_div_i32)
    case .floorRemI32: Forms(lw_moving_floor_rem_i32, lw_near_floor_rem_i32, lw_quiet_floor_rem_i32)
    case .shiftRightArithmeticI32: Forms(lw_moving_sar_i32, lw_near_sar_i32, lw_quiet_sar_i32)
    case .andI32: Forms(lw_moving_and_i32, lw_near_and_i32, lw_quiet_and_i32)
    case .orI32: Forms(lw_moving_or_i32, lw_near_or_i32, lw_quiet_or_i32)
    case .xorI32: Forms(lw_moving_xor_i32, lw_near_xor_i32, lw_quiet_xor_i32)
    case .negI32: Forms(lw_moving_neg_i32, lw_near_neg_i32, lw_quiet_neg_i32)
    case .signI32: Forms(lw_moving_sign_i32, lw_near_sign_i32, lw_quiet_sign_i32)
    case .chooseI32: Forms(lw_moving_choose_i32, lw_near_choose_i32, lw_quiet_choose_i32)
    case .eqI32: Forms(lw_moving_eq_i32, lw_near_eq_i32, lw_quiet_eq_i32)
    case .neI32: Forms(lw_moving_ne_i32, lw_near_ne_i32, lw_quiet_ne_i32)
    case .ltI32: Forms(lw_moving_lt_i32, lw_near_lt_i32, lw_quiet_lt_i32)
    case .leI32: Forms(lw_moving_le_i32, lw_near_le_i32, lw_quiet_le_i32)
    case .gtI32: Forms(lw_moving_gt_i32, lw_near_gt_i32, lw_quiet_gt_i32)
    case .geI32: Forms(lw_moving_ge_i32, lw_near_ge_i32, lw_quiet_ge_i32)
    case .addI64: Forms(lw_moving_add_i64, lw_near_add_i64, lw_quiet_add_i64)
    case .subI64: Forms(lw_moving_sub_i64, lw_near_sub_i64, lw_quiet_sub_i64)
    case .subOfI64: Forms(lw_moving_sub_of_i64, lw_near_sub_of_i64, lw_quiet_sub_of_i64)
    case .mulI64: Forms(lw_moving_mul_i64, lw_near_mul_i64, lw_quiet_mul_i64)
    case .maxI64: Forms(lw_moving_max_i64, lw_near_max_i64, lw_quiet_max_i64)
    case .minI64: Forms(lw_moving_min_i64, lw_near_min_i64, lw_quiet_min_i64)
    case .divI64: Forms(lw_moving_div_i64, lw_near_div_i64, lw_quiet_div_i64)
    case .remI64: Forms(lw_moving_rem_i64, lw_near_rem_i64, lw_quiet_rem_i64)
    case .floorDivI64: Forms(lw_moving_floor_div_i64, lw_near_floor_div_i64, lw_quiet_floor_div_i64)
    case .floorRemI64: Forms(lw_moving_floor_rem_i64, lw_near_floor_rem_i64, lw_quiet_floor_rem_i64)
    case .shiftRightArithmeticI64: Forms(lw_moving_sar_i64, lw_near_sar_i64, lw_quiet_sar_i64)
    case .andI64: Forms(lw_moving_and_i64, lw_near_and_i64, lw_quiet_and_i64)
    case .orI64: Forms(lw_moving_or_i64, lw_near_or_i64, lw_quiet_or_i64)
    case .xorI64: Forms(lw_moving_xor_i64, lw_near_xor_i64, lw_quiet_xor_i64)
    case .negI64: Forms(lw_moving_neg_i64, lw_near_neg_i64, lw_quiet_neg_i64)
    case .signI64: Forms(lw_moving_sign_i64, lw_near_sign_i64, lw_quiet_sign_i64)
    case .chooseI64: Forms(lw_moving_choose_i64, lw_near_choose_i64, lw_quiet_choose_i64)
    case .eqI64: Forms(lw_moving_eq_i64, lw_near_eq_i64, lw_quiet_eq_i64)
    case .neI64: Forms(lw_moving_ne_i64, lw_near_ne_i64, lw_quiet_ne_i64)
    case .ltI64: Forms(lw_moving_lt_i64, lw_near_lt_i64, lw_quiet_lt_i64)
    case .leI64: Forms(lw_moving_le_i64, lw_near_le_i64, lw_quiet_le_i64)
    case .gtI64: Forms(lw_moving_gt_i64, lw_near_gt_i64, lw_quiet_gt_i64)
    case .geI64: Forms(lw_moving_ge_i64, lw_near_ge_i64, lw_quiet_ge_i64)
    case .shiftLeft32: Forms(lw_moving_shift_left_i32, lw_near_shift_left_i32, lw_quiet_shift_left_i32)
    case .shiftRight32: Forms(lw_moving_shift_right_i32, lw_near_shift_right_i32, lw_quiet_shift_right_i32)
    case .andBool: Forms(lw_moving_and_flag, lw_near_and_flag, lw_quiet_and_flag)
    case .orBool: Forms(lw_moving_or_flag, lw_near_or_flag, lw_quiet_or_flag)
    case .xorBool: Forms(lw_moving_xor_flag, lw_near_xor_flag, lw_quiet_xor_flag)
    case .notBool: Forms(lw_moving_not_flag, lw_near_not_flag, lw_quiet_not_flag)
    case .chooseBool: Forms(lw_moving_choose_flag, lw_near_choose_flag, lw_quiet_choose_flag)
    default: nil
    }
  }
}
