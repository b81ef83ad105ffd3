/// Where each kernel is in the table that ``fillKernelTable(_:)`` fills.
///
/// Every function answers for every argument. A combination that makes no sense (an order of complex numbers, a floor of
/// integers) has an empty entry in the table. Slots are the record's: `result`, and the operands a, b, c, d, e.
///
/// Unless a function says otherwise, kernels are map kernels: they round the count up to 16 elements, except on
/// complex lanes and 16-byte elements, where they touch exactly `count`. The result may have the address of an operand
/// if its elements are no wider than the operand's.
package enum KernelIndex {
  private static let lanes = Lane.allCases.count
  private static let formats = Format.allCases.count
  private static let widths = 5

  /// The entry that is always empty.
  package static let absent = 0

  // The first entry of each family.
  private static let unaries = 1
  private static let binaries = unaries + UnaryOp.allCases.count * lanes
  private static let compares = binaries + BinaryOp.allCases.count * lanes * 3
  private static let selects = compares + CompareOp.allCases.count * lanes * 3
  private static let fmas = selects + widths * 4
  private static let converts = fmas + 2 * 4
  private static let iotas = converts + formats * formats
  private static let fills = iotas + lanes
  private static let stridedCopies = fills + widths
  private static let stridedStores = stridedCopies + widths
  private static let folds = stridedStores + widths
  private static let rowFolds = folds + FoldOp.allCases.count * lanes
  private static let argFolds = rowFolds + FoldOp.allCases.count * lanes
  static let superinstructions = argFolds + 2 * lanes
  private static let randoms = superinstructions + superinstructionCount
  private static let butterflies = randoms + 6
  private static let butterflyRadices = [2, 3, 4, 5, 8]
  private static let products = butterflies + 2 * butterflyRadices.count
  private static let sorts = products + 6
  private static let searches = sorts + 10
  private static let argRowFolds = putTriples + 1
  private static let tiles = product + 1
  private static let transposes = permuteRows + 1

  /// Entries in the table.
  package static let count = transposes + 4

  /// result = op(a).
  package static func unary(_ op: UnaryOp, _ lane: Lane) -> Int {
    unaries + Int(op.rawValue) * lanes + Int(lane.rawValue)
  }

  /// result = op(a, b).
  package static func binary(_ op: BinaryOp, _ lane: Lane, _ sources: Sources) -> Int {
    binaries + (Int(op.rawValue) * lanes + Int(lane.rawValue)) * 3 + Int(sources.rawValue)
  }

  /// result = a op b, as bool.
  package static func compare(_ op: CompareOp, _ lane: Lane, _ sources: Sources) -> Int {
    compares + (Int(op.rawValue) * lanes + Int(lane.rawValue)) * 3 + Int(sources.rawValue)
  }

  /// result = a ? b : c, where a is a stream of bool and elements have 1, 2, 4, 8 or 16 bytes.
  package static func select(byteWidth: Int, _ sources: SelectSources) -> Int {
    perWidth(selects, byteWidth, 4, Int(sources.rawValue))
  }

  /// result = a · b + c on f32 or f64; rounded once in the builds with FMA, twice in the baseline.
  package static func fma(_ lane: Lane, _ sources: FMASources) -> Int {
    guard let place = floatPlace(lane) else { return absent }
    return fmas + place * 4 + Int(sources.rawValue)
  }

  /// result = a in another format.
  ///
  /// Floating point becomes an integer by truncation, saturates, and NaN becomes 0; integers wrap; a complex number
  /// gives its real part; bool is "not zero". float16 and bfloat16 round to nearest, ties to even.
  package static func convert(from: Format, to: Format) -> Int {
    converts + Int(from.rawValue) * formats + Int(to.rawValue)
  }

  /// result[i] = immediate + i, for i in 0..<count.
  package static func iota(_ lane: Lane) -> Int { iotas + Int(lane.rawValue) }

  /// result[i] = the constant a. Element sizes as in `select`.
  package static func fill(byteWidth: Int) -> Int { perWidth(fills, byteWidth, 1, 0) }

  /// result[i] = a[i · immediate]: touches exactly `count` elements. The stride counts elements and may be negative or 0.
  package static func copyStrided(byteWidth: Int) -> Int { perWidth(stridedCopies, byteWidth, 1, 0) }

  /// result[i · immediate] = a[i]: touches exactly `count` elements.
  package static func storeStrided(byteWidth: Int) -> Int { perWidth(stridedStores, byteWidth, 1, 0) }

  /// result[0] = op(result[0], op over exactly `count` elements of a). May read, but ignores, the padding behind them.
  ///
  /// The order is fixed: it depends on `count` alone, and is the same in all builds.
  package static func fold(_ op: FoldOp, _ lane: Lane) -> Int { folds + Int(op.rawValue) * lanes + Int(lane.rawValue) }

  /// result[j] = op over row j of a, from op's identity: rows of `immediate` elements, of which `count` are all in all.
  ///
  /// Writes exactly count / immediate elements.
  package static func foldRows(_ op: FoldOp, _ lane: Lane) -> Int {
    rowFolds + Int(op.rawValue) * lanes + Int(lane.rawValue)
  }

  /// Finds the first largest or smallest of exactly `count` elements of a; the first NaN wins over every number.
  ///
  /// The result slot addresses the state of 16 bytes {value, index: Int64 at offset 8} that is carried from tile to
  /// tile. A negative index says that there is no value yet. The immediate is the index of a's first element.
  package static func argFold(_ op: ArgFoldOp, _ lane: Lane) -> Int {
    argFolds + Int(op.rawValue) * lanes + Int(lane.rawValue)
  }

  /// The same for each of exactly `count` columns: result[j], the best so far, and d[j], a `UInt32` that says in which row
  /// it is, are carried on over rows of a. At b are three 64-bit integers: how many rows, the bytes from one to the next,
  /// and the number of the first.
  package static func argRows(_ op: ArgFoldOp, _ lane: Lane) -> Int {
    argRowFolds + Int(op.rawValue) * lanes + Int(lane.rawValue)
  }

  /// The Threefry-2x32 hash. Key: operand a addresses two UInt32. Streams b and c are the counter words x0 and x1; the
  /// hashed words go to the result slot and to the slot of operand d, exactly `count` to each, as in all forms with two
  /// results.
  package static let threefry = randoms

  /// Threefry of the 64-bit counters immediate + i, (high word, low word); key in a. The words go to the result slot and
  /// to the slot of operand d: the two columns of `split` in JAX's partitionable layout.
  package static let threefryCounters = randoms + 1

  /// As `threefryCounters`, with result[i] = x0 ^ x1 as UInt32: 32 random bits in JAX's partitionable layout.
  package static let threefryXor = randoms + 2

  /// As `threefryCounters`, with result[i] = x0 << 32 | x1 as UInt64: 64 random bits in JAX's partitionable layout.
  package static let threefryWide = randoms + 3

  /// JAX's original layout: n counters 0..<n are hashed in pairs (i, h + i), where h = ⌈n / 2⌉, and an odd n is padded
  /// by a counter 0. Key in a; operand b addresses two UInt32 {h, n − 1}; the immediate is the first i. Word i goes to
  /// the result slot, word h + i to the slot of operand d (for an odd n the last of these is not part of the stream).
  package static let threefryHalves = randoms + 4

  /// Threefry of one counter, the immediate, under many keys: streams a and b are their words. The words go to the result
  /// slot and to the slot of operand d.
  package static let threefryKeys = randoms + 5

  /// One pass of a Fourier transform of f32 or f64 by Stockham's scheme: radix · rest rows of `count` vectors, where a
  /// vector is 32 bytes, the real parts of complex numbers in its lower half and their imaginary parts in the upper. Row
  /// j · rest + p of a goes to row p · radix + k of the result, as Σⱼ xⱼ e^(−2πi·jk/radix) times the twiddle number
  /// p · (radix − 1) + k − 1 of the complex numbers at b, for k > 0. The immediate is `rest`; where that is 1, there are no
  /// twiddles. The radix is 2, 3, 4, 5 or 8.
  package static func butterfly(radix: Int, _ lane: Lane) -> Int {
    guard let place = butterflyRadices.firstIndex(of: radix), let part = floatPlace(lane) else { return absent }
    return butterflies + part * butterflyRadices.count + place
  }

  /// The product of two matrices of i32 or i64, which wraps: of unsigned integers it has the same bits. Operands a and b
  /// address their first elements; the rows of b lie in a row. Operand c addresses five Int64: the rows of the result, the
  /// terms of its sums, and bytes from one row of a to the next, from one of its columns to the next, and from one row of b
  /// to the next. The immediate is bytes from one row of the result to the next, the count is of its columns; exactly those
  /// are written.
  package static func products(_ lane: Lane) -> Int {
    switch lane {
    case .i32: products
    case .i64: products + 1
    default: absent
    }
  }

  /// result[i] = row i of the matrix at a · the vector at b, f32 or f64. Operand c addresses the terms of a sum as Int64, the
  /// immediate is bytes from one row to the next, the count is of rows; exactly those are written. May read, but ignores,
  /// the padding behind the operands. The order of the sums is the same in all builds.
  package static func matrixVector(_ lane: Lane) -> Int { floatPlace(lane).map { products + 2 + $0 } ?? absent }

  /// result[j] = the vector at b · column j of the matrix at a. See `matrixVector`; the count is of columns.
  package static func vectorMatrix(_ lane: Lane) -> Int { floatPlace(lane).map { products + 4 + $0 } ?? absent }

  /// result = where the values a, f32 or i32, belong in the sorted line at b, which has `immediate` elements and no NaN: as
  /// Int32, before what equals them or behind it. Operand c addresses the place of NaN. Writes exactly `count` elements.
  package static func search(_ lane: Lane, behindEqual: Bool) -> Int {
    switch lane {
    case .f32: searches + (behindEqual ? 1 : 0)
    case .i32: searches + 2 + (behindEqual ? 1 : 0)
    default: absent
    }
  }

  /// result = the elements of 32 bits of a at the places that the Int32 stream b names. Operand c addresses the shims'
  /// `lw_taking`: what moves negative indices, the last place, and what there is outside. Only the build for AVX-512 has it,
  /// for processors that gather fast.
  package static let take32 = searches + 4

  /// result[i] = a[3i], elements of 32 bits: reads and writes nothing else.
  package static let takeTriples = take32 + 1

  /// result[3i] = a[i], result[3i + 1] = b[i], result[3i + 2] = c[i], elements of 32 bits: writes nothing else.
  package static let putTriples = take32 + 2

  /// result[i · n + j] = a[i · step], for j < n: n is the immediate, a step of 64 bits is at b, elements have 32 bits. The
  /// count is of elements of a; writes exactly n for each.
  package static let repeatEach = argRowFolds + 2 * lanes

  /// result[i · t + j] = a[i · s + j], for j < n: n is the immediate, at least 16, s and t, each of 64 bits, are at b, elements
  /// have 32 bits. The count is of runs; writes exactly n for each.
  package static let copyRuns = repeatEach + 1

  /// result = a · b on f32, with the bits of `binary`, for products that come close to 0: some processors take a hundred
  /// cycles for each that does.
  package static let product = copyRuns + 1

  /// Sorts the keys, u32 or u64, at the result's address. Only the build for AVX-512 has it.
  package static func sortKeys(_ lane: Lane) -> Int { sortPlace(lane).map { sorts + 2 * $0 } ?? absent }

  /// Brings those of the keys, u32 or u64, at the result's address that are below the immediate (its bits, as a key) before
  /// the others, and stores how many they are as Int64 in the slot of operand d. Only the build for AVX-512 has it.
  package static func divideKeys(_ lane: Lane) -> Int { sortPlace(lane).map { sorts + 2 * $0 + 1 } ?? absent }

  /// result = the sort keys of a, f32 or f64: u32 or u64 in the order of the numbers, NaN the last, and −0 the same as +0.
  /// In the slot of operand d go two UInt64: the bits in which any key differs from the immediate, and 0 if `readKeys` makes
  /// every number again. Exactly `count` elements. Only the build for AVX-512 has it.
  package static func makeKeys(_ lane: Lane) -> Int { floatPlace(lane).map { sorts + 4 + 2 * $0 } ?? absent }

  /// result = the numbers, f32 or f64, whose sort keys are a. Exactly `count` elements. Only the build for AVX-512 has it.
  package static func readKeys(_ lane: Lane) -> Int { floatPlace(lane).map { sorts + 5 + 2 * $0 } ?? absent }

  /// Sifts the elements at b, each as wide as its key, u32 or u64, at a. The result's address is that of the shims'
  /// `lw_sifting`. Only the build for AVX-512 has it.
  package static func siftKeys(_ lane: Lane) -> Int { sortPlace(lane).map { sorts + 8 + $0 } ?? absent }

  /// result = the matrix at a · the matrix at b, f32 or f64, or is added to. Operand c addresses the shims' `lw_tiling`. The
  /// count is of columns of b and of the result; exactly those are written. Each sum is made in the order of its terms.
  /// Only the build for AVX-512 has it.
  package static func matrixTiles(_ lane: Lane) -> Int { floatPlace(lane).map { tiles + 3 * $0 } ?? absent }

  /// result = the matrix at a in panels of 192 bytes of each row, as `matrixTiles` reads its right one. Operand b addresses
  /// the shims' `lw_packing`. The count is of columns; behind them a panel has zeros. Only the build for AVX-512 has it.
  package static func packRows(_ lane: Lane) -> Int { floatPlace(lane).map { tiles + 3 * $0 + 1 } ?? absent }

  /// The same of the transposed matrix, whose rows are the columns of the result.
  package static func packColumns(_ lane: Lane) -> Int { floatPlace(lane).map { tiles + 3 * $0 + 2 } ?? absent }

  /// result = short rows, each of words of 32 bits of a row of the array at a, from places that the shims'
  /// `lw_permutation` at b names, and of padding, or laid over rows that are there. The count is of words, and begins with a
  /// row; exactly those are written. Only the build for AVX-512 has it.
  package static let permuteRows = tiles + 6

  /// result = the transpose of the matrix at a, of as many columns as 64 bytes are, elements of 4 or 8 bytes. Operand b
  /// addresses the shims' `lw_turning`. The count is of rows, a multiple of the columns. Only the build for AVX-512 has it.
  package static func transpose(byteWidth: Int) -> Int {
    switch byteWidth {
    case 1: transposes
    case 2: transposes + 1
    case 4: transposes + 2
    case 8: transposes + 3
    default: absent
    }
  }

  private static func sortPlace(_ lane: Lane) -> Int? {
    switch lane {
    case .u32: 0
    case .u64: 1
    default: nil
    }
  }

  private static func perWidth(_ family: Int, _ byteWidth: Int, _ forms: Int, _ form: Int) -> Int {
    guard byteWidth > 0, byteWidth <= 16, byteWidth.nonzeroBitCount == 1 else { return absent }
    return family + byteWidth.trailingZeroBitCount * forms + form
  }

  static func floatPlace(_ lane: Lane) -> Int? {
    switch lane {
    case .f32: 0
    case .f64: 1
    default: nil
    }
  }
}
