// Written by Scripts/generate-kernel-tables.swift; change that, not this.

import LanewiseShims

func fillPlaces(_ t: UnsafeMutablePointer<Kernel?>) {
  t[KernelIndex.search(.f32, behindEqual: false)] = { search(lw_search_before_f32, $0, $1, $2) }
  t[KernelIndex.search(.f32, behindEqual: true)] = { search(lw_search_behind_f32, $0, $1, $2) }
  t[KernelIndex.search(.i32, behindEqual: false)] = { search(lw_search_before_i32, $0, $1, $2) }
  t[KernelIndex.search(.i32, behindEqual: true)] = { search(lw_search_behind_i32, $0, $1, $2) }
}
