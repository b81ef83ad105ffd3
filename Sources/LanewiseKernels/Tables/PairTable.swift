// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillPairsAdd(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.pair(.add, .rr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Add<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.add, .rc, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Add<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
}

func fillPairsSub(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.pair(.sub, .rr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Sub<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .rc, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Sub<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sub, .cr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Sub<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
}

func fillPairsMul(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.pair(.mul, .rr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Mul<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.mul, .rc, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Mul<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.horner(steps: 2)] = { map(HornerStep<HornerStep<RA<F32>, KC<F32>>, KD<F32>>.self, $0, $1, $2) }
  t[KernelIndex.horner(steps: 3)] = {
    map(HornerStep<HornerStep<HornerStep<RA<F32>, KC<F32>>, KD<F32>>, KE<F32>>.self, $0, $1, $2)
  }
}

func fillPairsDiv(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.pair(.div, .rr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Div<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .rc, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Div<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.div, .cr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Div<F32>, KA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
}

func fillPairsMax(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.pair(.max, .rr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Max<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.max, .rc, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Max<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
}

func fillPairsMin(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.pair(.min, .rr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Min<F32>, RA<F32>, RB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.min, .rc, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply2<Min<F32>, RA<F32>, KB<F32>>>.self, $0, $1, $2)
  }
}

func fillPairsSquare(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.pair(.square, .rr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply1<Square<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply1<Square<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply1<Square<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply1<Square<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply1<Square<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply1<Square<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply1<Square<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply1<Square<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply1<Square<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply1<Square<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply1<Square<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply1<Square<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply1<Square<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply1<Square<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply1<Square<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply1<Square<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply1<Square<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply1<Square<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.square, .rr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply1<Square<F32>, RA<F32>>>.self, $0, $1, $2)
  }
}

func fillPairsSqrt(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.pair(.sqrt, .rr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply1<Sqrt<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply1<Sqrt<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply1<Sqrt<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply1<Sqrt<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply1<Sqrt<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply1<Sqrt<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply1<Sqrt<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply1<Sqrt<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply1<Sqrt<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply1<Sqrt<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply1<Sqrt<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply1<Sqrt<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply1<Sqrt<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply1<Sqrt<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply1<Sqrt<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply1<Sqrt<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply1<Sqrt<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply1<Sqrt<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.sqrt, .rr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply1<Sqrt<F32>, RA<F32>>>.self, $0, $1, $2)
  }
}

func fillPairsAbs(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.pair(.abs, .rr, .add, .valueFirstStream)] = {
    map(Apply2<Add<F32>, Apply1<FloatAbs<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .add, .valueFirstConstant)] = {
    map(Apply2<Add<F32>, Apply1<FloatAbs<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .sub, .valueFirstStream)] = {
    map(Apply2<Sub<F32>, Apply1<FloatAbs<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .sub, .valueSecondStream)] = {
    map(Apply2<Sub<F32>, RC<F32>, Apply1<FloatAbs<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .sub, .valueFirstConstant)] = {
    map(Apply2<Sub<F32>, Apply1<FloatAbs<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .sub, .valueSecondConstant)] = {
    map(Apply2<Sub<F32>, KC<F32>, Apply1<FloatAbs<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .mul, .valueFirstStream)] = {
    map(Apply2<Mul<F32>, Apply1<FloatAbs<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .mul, .valueFirstConstant)] = {
    map(Apply2<Mul<F32>, Apply1<FloatAbs<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .div, .valueFirstStream)] = {
    map(Apply2<Div<F32>, Apply1<FloatAbs<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .div, .valueSecondStream)] = {
    map(Apply2<Div<F32>, RC<F32>, Apply1<FloatAbs<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .div, .valueFirstConstant)] = {
    map(Apply2<Div<F32>, Apply1<FloatAbs<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .div, .valueSecondConstant)] = {
    map(Apply2<Div<F32>, KC<F32>, Apply1<FloatAbs<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .max, .valueFirstStream)] = {
    map(Apply2<Max<F32>, Apply1<FloatAbs<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .max, .valueFirstConstant)] = {
    map(Apply2<Max<F32>, Apply1<FloatAbs<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .min, .valueFirstStream)] = {
    map(Apply2<Min<F32>, Apply1<FloatAbs<F32>, RA<F32>>, RC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .min, .valueFirstConstant)] = {
    map(Apply2<Min<F32>, Apply1<FloatAbs<F32>, RA<F32>>, KC<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .square, .unary)] = {
    map(Apply1<Square<F32>, Apply1<FloatAbs<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .sqrt, .unary)] = {
    map(Apply1<Sqrt<F32>, Apply1<FloatAbs<F32>, RA<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.pair(.abs, .rr, .abs, .unary)] = {
    map(Apply1<FloatAbs<F32>, Apply1<FloatAbs<F32>, RA<F32>>>.self, $0, $1, $2)
  }
}
