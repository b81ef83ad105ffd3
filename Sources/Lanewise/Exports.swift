// What users need of the language comes with `import Lanewise`.
@_exported import LanewiseCore
