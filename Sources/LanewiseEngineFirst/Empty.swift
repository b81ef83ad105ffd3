// Nothing: what this module is for is its place in the order of the build (Package.swift).
