extension Int {
  /// The greatest power of two that is not above the number, which is positive.
  @inline(__always) var roundedDownToPowerOfTwo: Int { 1 << (Int.bitWidth - 1 - leadingZeroBitCount) }

  /// The least power of two that is not below the number.
  var roundedUpToPowerOfTwo: Int { self < 2 ? 1 : 2 * (self - 1).roundedDownToPowerOfTwo }
}
