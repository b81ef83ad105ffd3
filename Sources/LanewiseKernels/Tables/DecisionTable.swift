// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillDecisionsF32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compareSelect(.eq, .f32, .rr, .rr)] = {
    map(Decision<Eq<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f32, .rr, .rc)] = {
    map(Decision<Eq<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f32, .rr, .cr)] = {
    map(Decision<Eq<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f32, .rr, .cc)] = {
    map(Decision<Eq<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.eq, .f32, .rr)] = {
    map(Decision<Eq<F32>, RA<F32>, RB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .f32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Eq<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .f32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Eq<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f32, .rc, .rr)] = {
    map(Decision<Eq<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f32, .rc, .rc)] = {
    map(Decision<Eq<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f32, .rc, .cr)] = {
    map(Decision<Eq<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f32, .rc, .cc)] = {
    map(Decision<Eq<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.eq, .f32, .rc)] = {
    map(Decision<Eq<F32>, RA<F32>, KB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .f32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Eq<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .f32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Eq<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f32, .rr, .rr)] = {
    map(Decision<Ne<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f32, .rr, .rc)] = {
    map(Decision<Ne<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f32, .rr, .cr)] = {
    map(Decision<Ne<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f32, .rr, .cc)] = {
    map(Decision<Ne<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.ne, .f32, .rr)] = {
    map(Decision<Ne<F32>, RA<F32>, RB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .f32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ne<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .f32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ne<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f32, .rc, .rr)] = {
    map(Decision<Ne<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f32, .rc, .rc)] = {
    map(Decision<Ne<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f32, .rc, .cr)] = {
    map(Decision<Ne<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f32, .rc, .cc)] = {
    map(Decision<Ne<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.ne, .f32, .rc)] = {
    map(Decision<Ne<F32>, RA<F32>, KB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .f32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ne<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .f32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ne<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f32, .rr, .rr)] = {
    map(Decision<Lt<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f32, .rr, .rc)] = {
    map(Decision<Lt<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f32, .rr, .cr)] = {
    map(Decision<Lt<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f32, .rr, .cc)] = {
    map(Decision<Lt<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.lt, .f32, .rr)] = {
    map(Decision<Lt<F32>, RA<F32>, RB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .f32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Lt<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .f32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Lt<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f32, .rc, .rr)] = {
    map(Decision<Lt<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f32, .rc, .rc)] = {
    map(Decision<Lt<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f32, .rc, .cr)] = {
    map(Decision<Lt<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f32, .rc, .cc)] = {
    map(Decision<Lt<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.lt, .f32, .rc)] = {
    map(Decision<Lt<F32>, RA<F32>, KB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .f32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Lt<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .f32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Lt<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f32, .rr, .rr)] = {
    map(Decision<Le<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f32, .rr, .rc)] = {
    map(Decision<Le<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f32, .rr, .cr)] = {
    map(Decision<Le<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f32, .rr, .cc)] = {
    map(Decision<Le<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.le, .f32, .rr)] = {
    map(Decision<Le<F32>, RA<F32>, RB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .f32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Le<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .f32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Le<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f32, .rc, .rr)] = {
    map(Decision<Le<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f32, .rc, .rc)] = {
    map(Decision<Le<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f32, .rc, .cr)] = {
    map(Decision<Le<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f32, .rc, .cc)] = {
    map(Decision<Le<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.le, .f32, .rc)] = {
    map(Decision<Le<F32>, RA<F32>, KB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .f32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Le<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .f32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Le<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f32, .rr, .rr)] = {
    map(Decision<Gt<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f32, .rr, .rc)] = {
    map(Decision<Gt<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f32, .rr, .cr)] = {
    map(Decision<Gt<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f32, .rr, .cc)] = {
    map(Decision<Gt<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.gt, .f32, .rr)] = {
    map(Decision<Gt<F32>, RA<F32>, RB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .f32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Gt<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .f32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Gt<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f32, .rc, .rr)] = {
    map(Decision<Gt<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f32, .rc, .rc)] = {
    map(Decision<Gt<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f32, .rc, .cr)] = {
    map(Decision<Gt<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f32, .rc, .cc)] = {
    map(Decision<Gt<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.gt, .f32, .rc)] = {
    map(Decision<Gt<F32>, RA<F32>, KB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .f32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Gt<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .f32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Gt<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f32, .rr, .rr)] = {
    map(Decision<Ge<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f32, .rr, .rc)] = {
    map(Decision<Ge<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f32, .rr, .cr)] = {
    map(Decision<Ge<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f32, .rr, .cc)] = {
    map(Decision<Ge<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.ge, .f32, .rr)] = {
    map(Decision<Ge<F32>, RA<F32>, RB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .f32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ge<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .f32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ge<F32>, RA<F32>, RB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f32, .rc, .rr)] = {
    map(Decision<Ge<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f32, .rc, .rc)] = {
    map(Decision<Ge<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f32, .rc, .cr)] = {
    map(Decision<Ge<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f32, .rc, .cc)] = {
    map(Decision<Ge<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.ge, .f32, .rc)] = {
    map(Decision<Ge<F32>, RA<F32>, KB<F32>, RC<F32>, Apply2<Sub<F32>, KD<F32>, RC<F32>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .f32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ge<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .f32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ge<F32>, RA<F32>, KB<F32>>, RC<Bool8>>.self, $0, $1, $2)
  }
}

func fillDecisionsF64(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compareSelect(.eq, .f64, .rr, .rr)] = {
    map(Decision<Eq<F64>, RA<F64>, RB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f64, .rr, .rc)] = {
    map(Decision<Eq<F64>, RA<F64>, RB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f64, .rr, .cr)] = {
    map(Decision<Eq<F64>, RA<F64>, RB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f64, .rr, .cc)] = {
    map(Decision<Eq<F64>, RA<F64>, RB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.eq, .f64, .rr)] = {
    map(Decision<Eq<F64>, RA<F64>, RB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .f64, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Eq<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .f64, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Eq<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f64, .rc, .rr)] = {
    map(Decision<Eq<F64>, RA<F64>, KB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f64, .rc, .rc)] = {
    map(Decision<Eq<F64>, RA<F64>, KB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f64, .rc, .cr)] = {
    map(Decision<Eq<F64>, RA<F64>, KB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .f64, .rc, .cc)] = {
    map(Decision<Eq<F64>, RA<F64>, KB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.eq, .f64, .rc)] = {
    map(Decision<Eq<F64>, RA<F64>, KB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .f64, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Eq<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .f64, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Eq<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f64, .rr, .rr)] = {
    map(Decision<Ne<F64>, RA<F64>, RB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f64, .rr, .rc)] = {
    map(Decision<Ne<F64>, RA<F64>, RB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f64, .rr, .cr)] = {
    map(Decision<Ne<F64>, RA<F64>, RB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f64, .rr, .cc)] = {
    map(Decision<Ne<F64>, RA<F64>, RB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.ne, .f64, .rr)] = {
    map(Decision<Ne<F64>, RA<F64>, RB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .f64, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ne<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .f64, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ne<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f64, .rc, .rr)] = {
    map(Decision<Ne<F64>, RA<F64>, KB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f64, .rc, .rc)] = {
    map(Decision<Ne<F64>, RA<F64>, KB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f64, .rc, .cr)] = {
    map(Decision<Ne<F64>, RA<F64>, KB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .f64, .rc, .cc)] = {
    map(Decision<Ne<F64>, RA<F64>, KB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.ne, .f64, .rc)] = {
    map(Decision<Ne<F64>, RA<F64>, KB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .f64, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ne<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .f64, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ne<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f64, .rr, .rr)] = {
    map(Decision<Lt<F64>, RA<F64>, RB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f64, .rr, .rc)] = {
    map(Decision<Lt<F64>, RA<F64>, RB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f64, .rr, .cr)] = {
    map(Decision<Lt<F64>, RA<F64>, RB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f64, .rr, .cc)] = {
    map(Decision<Lt<F64>, RA<F64>, RB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.lt, .f64, .rr)] = {
    map(Decision<Lt<F64>, RA<F64>, RB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .f64, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Lt<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .f64, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Lt<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f64, .rc, .rr)] = {
    map(Decision<Lt<F64>, RA<F64>, KB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f64, .rc, .rc)] = {
    map(Decision<Lt<F64>, RA<F64>, KB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f64, .rc, .cr)] = {
    map(Decision<Lt<F64>, RA<F64>, KB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .f64, .rc, .cc)] = {
    map(Decision<Lt<F64>, RA<F64>, KB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.lt, .f64, .rc)] = {
    map(Decision<Lt<F64>, RA<F64>, KB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .f64, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Lt<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .f64, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Lt<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f64, .rr, .rr)] = {
    map(Decision<Le<F64>, RA<F64>, RB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f64, .rr, .rc)] = {
    map(Decision<Le<F64>, RA<F64>, RB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f64, .rr, .cr)] = {
    map(Decision<Le<F64>, RA<F64>, RB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f64, .rr, .cc)] = {
    map(Decision<Le<F64>, RA<F64>, RB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.le, .f64, .rr)] = {
    map(Decision<Le<F64>, RA<F64>, RB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .f64, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Le<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .f64, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Le<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f64, .rc, .rr)] = {
    map(Decision<Le<F64>, RA<F64>, KB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f64, .rc, .rc)] = {
    map(Decision<Le<F64>, RA<F64>, KB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f64, .rc, .cr)] = {
    map(Decision<Le<F64>, RA<F64>, KB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .f64, .rc, .cc)] = {
    map(Decision<Le<F64>, RA<F64>, KB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.le, .f64, .rc)] = {
    map(Decision<Le<F64>, RA<F64>, KB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .f64, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Le<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .f64, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Le<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f64, .rr, .rr)] = {
    map(Decision<Gt<F64>, RA<F64>, RB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f64, .rr, .rc)] = {
    map(Decision<Gt<F64>, RA<F64>, RB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f64, .rr, .cr)] = {
    map(Decision<Gt<F64>, RA<F64>, RB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f64, .rr, .cc)] = {
    map(Decision<Gt<F64>, RA<F64>, RB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.gt, .f64, .rr)] = {
    map(Decision<Gt<F64>, RA<F64>, RB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .f64, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Gt<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .f64, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Gt<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f64, .rc, .rr)] = {
    map(Decision<Gt<F64>, RA<F64>, KB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f64, .rc, .rc)] = {
    map(Decision<Gt<F64>, RA<F64>, KB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f64, .rc, .cr)] = {
    map(Decision<Gt<F64>, RA<F64>, KB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .f64, .rc, .cc)] = {
    map(Decision<Gt<F64>, RA<F64>, KB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.gt, .f64, .rc)] = {
    map(Decision<Gt<F64>, RA<F64>, KB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .f64, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Gt<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .f64, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Gt<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f64, .rr, .rr)] = {
    map(Decision<Ge<F64>, RA<F64>, RB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f64, .rr, .rc)] = {
    map(Decision<Ge<F64>, RA<F64>, RB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f64, .rr, .cr)] = {
    map(Decision<Ge<F64>, RA<F64>, RB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f64, .rr, .cc)] = {
    map(Decision<Ge<F64>, RA<F64>, RB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.ge, .f64, .rr)] = {
    map(Decision<Ge<F64>, RA<F64>, RB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .f64, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ge<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .f64, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ge<F64>, RA<F64>, RB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f64, .rc, .rr)] = {
    map(Decision<Ge<F64>, RA<F64>, KB<F64>, RC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f64, .rc, .rc)] = {
    map(Decision<Ge<F64>, RA<F64>, KB<F64>, RC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f64, .rc, .cr)] = {
    map(Decision<Ge<F64>, RA<F64>, KB<F64>, KC<F64>, RD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .f64, .rc, .cc)] = {
    map(Decision<Ge<F64>, RA<F64>, KB<F64>, KC<F64>, KD<F64>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareMirror(.ge, .f64, .rc)] = {
    map(Decision<Ge<F64>, RA<F64>, KB<F64>, RC<F64>, Apply2<Sub<F64>, KD<F64>, RC<F64>>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .f64, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ge<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .f64, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ge<F64>, RA<F64>, KB<F64>>, RC<Bool8>>.self, $0, $1, $2)
  }
}

func fillDecisionsI32(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compareSelect(.eq, .i32, .rr, .rr)] = {
    map(Decision<Eq<I32>, RA<I32>, RB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .i32, .rr, .rc)] = {
    map(Decision<Eq<I32>, RA<I32>, RB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .i32, .rr, .cr)] = {
    map(Decision<Eq<I32>, RA<I32>, RB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .i32, .rr, .cc)] = {
    map(Decision<Eq<I32>, RA<I32>, RB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .i32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Eq<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .i32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Eq<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .i32, .rc, .rr)] = {
    map(Decision<Eq<I32>, RA<I32>, KB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .i32, .rc, .rc)] = {
    map(Decision<Eq<I32>, RA<I32>, KB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .i32, .rc, .cr)] = {
    map(Decision<Eq<I32>, RA<I32>, KB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .i32, .rc, .cc)] = {
    map(Decision<Eq<I32>, RA<I32>, KB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .i32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Eq<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.eq, .i32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Eq<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .i32, .rr, .rr)] = {
    map(Decision<Ne<I32>, RA<I32>, RB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .i32, .rr, .rc)] = {
    map(Decision<Ne<I32>, RA<I32>, RB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .i32, .rr, .cr)] = {
    map(Decision<Ne<I32>, RA<I32>, RB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .i32, .rr, .cc)] = {
    map(Decision<Ne<I32>, RA<I32>, RB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .i32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ne<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .i32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ne<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .i32, .rc, .rr)] = {
    map(Decision<Ne<I32>, RA<I32>, KB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .i32, .rc, .rc)] = {
    map(Decision<Ne<I32>, RA<I32>, KB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .i32, .rc, .cr)] = {
    map(Decision<Ne<I32>, RA<I32>, KB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .i32, .rc, .cc)] = {
    map(Decision<Ne<I32>, RA<I32>, KB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .i32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ne<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ne, .i32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ne<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .i32, .rr, .rr)] = {
    map(Decision<Lt<I32>, RA<I32>, RB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .i32, .rr, .rc)] = {
    map(Decision<Lt<I32>, RA<I32>, RB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .i32, .rr, .cr)] = {
    map(Decision<Lt<I32>, RA<I32>, RB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .i32, .rr, .cc)] = {
    map(Decision<Lt<I32>, RA<I32>, RB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .i32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Lt<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .i32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Lt<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .i32, .rc, .rr)] = {
    map(Decision<Lt<I32>, RA<I32>, KB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .i32, .rc, .rc)] = {
    map(Decision<Lt<I32>, RA<I32>, KB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .i32, .rc, .cr)] = {
    map(Decision<Lt<I32>, RA<I32>, KB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .i32, .rc, .cc)] = {
    map(Decision<Lt<I32>, RA<I32>, KB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .i32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Lt<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.lt, .i32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Lt<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .i32, .rr, .rr)] = {
    map(Decision<Le<I32>, RA<I32>, RB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .i32, .rr, .rc)] = {
    map(Decision<Le<I32>, RA<I32>, RB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .i32, .rr, .cr)] = {
    map(Decision<Le<I32>, RA<I32>, RB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .i32, .rr, .cc)] = {
    map(Decision<Le<I32>, RA<I32>, RB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .i32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Le<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .i32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Le<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .i32, .rc, .rr)] = {
    map(Decision<Le<I32>, RA<I32>, KB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .i32, .rc, .rc)] = {
    map(Decision<Le<I32>, RA<I32>, KB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .i32, .rc, .cr)] = {
    map(Decision<Le<I32>, RA<I32>, KB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .i32, .rc, .cc)] = {
    map(Decision<Le<I32>, RA<I32>, KB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .i32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Le<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.le, .i32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Le<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .i32, .rr, .rr)] = {
    map(Decision<Gt<I32>, RA<I32>, RB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .i32, .rr, .rc)] = {
    map(Decision<Gt<I32>, RA<I32>, RB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .i32, .rr, .cr)] = {
    map(Decision<Gt<I32>, RA<I32>, RB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .i32, .rr, .cc)] = {
    map(Decision<Gt<I32>, RA<I32>, RB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .i32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Gt<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .i32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Gt<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .i32, .rc, .rr)] = {
    map(Decision<Gt<I32>, RA<I32>, KB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .i32, .rc, .rc)] = {
    map(Decision<Gt<I32>, RA<I32>, KB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .i32, .rc, .cr)] = {
    map(Decision<Gt<I32>, RA<I32>, KB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .i32, .rc, .cc)] = {
    map(Decision<Gt<I32>, RA<I32>, KB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .i32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Gt<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.gt, .i32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Gt<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .i32, .rr, .rr)] = {
    map(Decision<Ge<I32>, RA<I32>, RB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .i32, .rr, .rc)] = {
    map(Decision<Ge<I32>, RA<I32>, RB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .i32, .rr, .cr)] = {
    map(Decision<Ge<I32>, RA<I32>, RB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .i32, .rr, .cc)] = {
    map(Decision<Ge<I32>, RA<I32>, RB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .i32, .rr, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ge<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .i32, .rr, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ge<I32>, RA<I32>, RB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .i32, .rc, .rr)] = {
    map(Decision<Ge<I32>, RA<I32>, KB<I32>, RC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .i32, .rc, .rc)] = {
    map(Decision<Ge<I32>, RA<I32>, KB<I32>, RC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .i32, .rc, .cr)] = {
    map(Decision<Ge<I32>, RA<I32>, KB<I32>, KC<I32>, RD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .i32, .rc, .cc)] = {
    map(Decision<Ge<I32>, RA<I32>, KB<I32>, KC<I32>, KD<I32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .i32, .rc, .and)] = {
    map(Apply2<And<Bool8>, Apply2<Ge<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareJoin(.ge, .i32, .rc, .or)] = {
    map(Apply2<Or<Bool8>, Apply2<Ge<I32>, RA<I32>, KB<I32>>, RC<Bool8>>.self, $0, $1, $2)
  }
}
