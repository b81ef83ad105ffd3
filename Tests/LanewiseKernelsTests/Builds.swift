// The builds have the same names for everything, so they meet in this file alone.
import LanewiseKernels

func fillBaseline(_ table: UnsafeMutablePointer<LanewiseKernels.Kernel?>) {
  LanewiseKernels.fillKernelTable(table)
}

#if arch(x86_64)
  import LanewiseKernelsAVX2

  func fillAVX2(_ table: UnsafeMutablePointer<LanewiseKernels.Kernel?>) { LanewiseKernelsAVX2.fillKernelTable(table) }
#else
  func fillAVX2(_ table: UnsafeMutablePointer<LanewiseKernels.Kernel?>) { fatalError("not an x86-64 processor") }
#endif
