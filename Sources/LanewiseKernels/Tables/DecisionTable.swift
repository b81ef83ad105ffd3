// Written by Scripts/generate-kernel-tables.swift; change that, not this.

func fillDecisions(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.compareSelect(.eq, .rr, .rr)] = {
    map(Decision<Eq<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .rr, .rc)] = {
    map(Decision<Eq<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .rr, .cr)] = {
    map(Decision<Eq<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .rr, .cc)] = {
    map(Decision<Eq<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .rc, .rr)] = {
    map(Decision<Eq<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .rc, .rc)] = {
    map(Decision<Eq<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .rc, .cr)] = {
    map(Decision<Eq<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.eq, .rc, .cc)] = {
    map(Decision<Eq<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .rr, .rr)] = {
    map(Decision<Ne<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .rr, .rc)] = {
    map(Decision<Ne<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .rr, .cr)] = {
    map(Decision<Ne<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .rr, .cc)] = {
    map(Decision<Ne<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .rc, .rr)] = {
    map(Decision<Ne<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .rc, .rc)] = {
    map(Decision<Ne<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .rc, .cr)] = {
    map(Decision<Ne<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ne, .rc, .cc)] = {
    map(Decision<Ne<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .rr, .rr)] = {
    map(Decision<Lt<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .rr, .rc)] = {
    map(Decision<Lt<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .rr, .cr)] = {
    map(Decision<Lt<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .rr, .cc)] = {
    map(Decision<Lt<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .rc, .rr)] = {
    map(Decision<Lt<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .rc, .rc)] = {
    map(Decision<Lt<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .rc, .cr)] = {
    map(Decision<Lt<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.lt, .rc, .cc)] = {
    map(Decision<Lt<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .rr, .rr)] = {
    map(Decision<Le<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .rr, .rc)] = {
    map(Decision<Le<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .rr, .cr)] = {
    map(Decision<Le<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .rr, .cc)] = {
    map(Decision<Le<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .rc, .rr)] = {
    map(Decision<Le<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .rc, .rc)] = {
    map(Decision<Le<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .rc, .cr)] = {
    map(Decision<Le<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.le, .rc, .cc)] = {
    map(Decision<Le<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .rr, .rr)] = {
    map(Decision<Gt<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .rr, .rc)] = {
    map(Decision<Gt<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .rr, .cr)] = {
    map(Decision<Gt<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .rr, .cc)] = {
    map(Decision<Gt<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .rc, .rr)] = {
    map(Decision<Gt<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .rc, .rc)] = {
    map(Decision<Gt<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .rc, .cr)] = {
    map(Decision<Gt<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.gt, .rc, .cc)] = {
    map(Decision<Gt<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .rr, .rr)] = {
    map(Decision<Ge<F32>, RA<F32>, RB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .rr, .rc)] = {
    map(Decision<Ge<F32>, RA<F32>, RB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .rr, .cr)] = {
    map(Decision<Ge<F32>, RA<F32>, RB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .rr, .cc)] = {
    map(Decision<Ge<F32>, RA<F32>, RB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .rc, .rr)] = {
    map(Decision<Ge<F32>, RA<F32>, KB<F32>, RC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .rc, .rc)] = {
    map(Decision<Ge<F32>, RA<F32>, KB<F32>, RC<F32>, KD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .rc, .cr)] = {
    map(Decision<Ge<F32>, RA<F32>, KB<F32>, KC<F32>, RD<F32>>.self, $0, $1, $2)
  }
  t[KernelIndex.compareSelect(.ge, .rc, .cc)] = {
    map(Decision<Ge<F32>, RA<F32>, KB<F32>, KC<F32>, KD<F32>>.self, $0, $1, $2)
  }
}
