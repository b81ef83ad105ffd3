import COpenBLAS
import LanewiseShims
import Testing

/// OpenBLAS takes a processor that it does not know for one of 2004 or 2007.
@Suite struct OpenBLASTests {
  @Test func kernelsAreForThisProcessor() {
    let core = String(cString: openblas_get_corename())
    #expect(lanewise_has_avx2_fma() == 0 || !["Prescott", "Barcelona"].contains(core))
  }
}
