import LanewiseShims

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What this thread is doing: its current trace, and whether errors are being caught.
package final class Context {
  /// Where `bind` sends primitives; nil evaluates them.
  package private(set) var trace: Trace?
  /// How many `catching` closures are open on this thread.
  package var catching = 0
  /// The first error since the innermost `catching` began.
  package var error: LanewiseError?
  /// The dtypes that integers and floating-point numbers have where none is asked for.
  package var defaults = DefaultDTypes()
  /// The named axes that collectives may refer to here, the innermost last.
  package var axes: [BatchAxis] = []
  /// Whether jitted functions run operation by operation: see `disableJit`.
  package private(set) var isJitDisabled = false
  /// How arrays are printed on this thread; nil is as everywhere.
  package var printOptions: PrintOptions?
  /// What results are searched for on this thread, beside what the process wants.
  package var soughtFaults: Faults.Kinds = []
  /// What is being computed operation by operation to find a fault, the outermost first.
  package var places: [String] = []
  /// The batch whose rule is running.
  package private(set) var batching: BatchTrace?

  /// This thread's context; made at first use, freed when the thread ends.
  package static var current: Context {
    if let existing = lanewise_thread_state().pointee.context {
      return Unmanaged<Context>.fromOpaque(existing).takeUnretainedValue()
    }
    let made = Unmanaged.passRetained(Context())
    lanewise_thread_state().pointee.context = made.toOpaque()
    pthread_setspecific(threadEnd, made.toOpaque())
    return made.takeUnretainedValue()
  }

  /// Whether a trace is current on this thread; cheaper than asking the context.
  @inline(__always)
  package static var isTracing: Bool { lanewise_thread_state().pointee.tracing != 0 }

  /// Whether an operation without tracers among its operands is evaluated at once, whatever traces there are, and nobody
  /// looks at its result for faults.
  @inline(__always)
  package static var evaluatesConstants: Bool { lanewise_thread_state().pointee.tracing < 2 && !Faults.areSought }

  /// Runs `body` with `trace` as the current one.
  package static func with<R>(_ trace: Trace?, _ body: () throws -> R) rethrows -> R {
    let context = current
    let outer = context.trace
    context.setTrace(trace)
    defer { context.setTrace(outer) }
    return try body()
  }

  /// Runs `body` where collectives know `axis`, if it has a name.
  package static func with<R>(axis: BatchAxis, _ body: () throws -> R) rethrows -> R {
    guard axis.name != nil else { return try body() }
    let context = current
    context.axes.append(axis)
    defer { context.axes.removeLast() }
    return try body()
  }

  /// Runs a rule for the batch of `trace`.
  package static func batching<R>(_ trace: BatchTrace, _ rule: () throws -> R) rethrows -> R {
    let context = current
    let outer = context.batching
    context.batching = trace
    defer { context.batching = outer }
    return try rule()
  }

  /// Runs `body` with jitted functions as the functions they are made of.
  package static func withoutJit<R>(_ body: () throws -> R) rethrows -> R {
    let context = current
    let outer = context.isJitDisabled
    context.isJitDisabled = true
    defer { context.isJitDisabled = outer }
    return try body()
  }

  /// Runs `body` as on a thread of its own with these defaults; gives the first error reported in it.
  package static func apart(_ defaults: DefaultDTypes, _ body: () -> Void) -> LanewiseError? {
    let context = current
    let outer = (context.trace, context.error, context.defaults, context.axes, context.batching, context.soughtFaults)
    let wasJitDisabled = context.isJitDisabled
    context.setTrace(nil)
    (context.error, context.defaults, context.axes, context.batching) = (nil, defaults, [], nil)
    (context.soughtFaults, context.isJitDisabled) = ([], false)
    context.catching += 1
    body()
    context.catching -= 1
    let error = context.error
    context.setTrace(outer.0)
    (context.error, context.defaults, context.axes, context.batching) = (outer.1, outer.2, outer.3, outer.4)
    (context.soughtFaults, context.isJitDisabled) = (outer.5, wasJitDisabled)
    return error
  }

  private func setTrace(_ new: Trace?) {
    trace = new
    lanewise_thread_state().pointee.tracing = new.map { $0.evaluatesConstants ? 1 : 2 } ?? 0
  }

  private static let threadEnd: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { context in
      #if canImport(Darwin)
        Unmanaged<Context>.fromOpaque(context).release()
      #else
        if let context { Unmanaged<Context>.fromOpaque(context).release() }
      #endif
    }
    return key
  }()
}

/// The dtypes of integers and floating-point numbers whose dtype nobody asked for: JAX's int32 and float32, or the
/// 64-bit ones inside ``with64BitDefaults(_:)``.
package struct DefaultDTypes: Hashable, Sendable {
  package var wide = false
  package var int: DType { wide ? .int64 : .int32 }
  package var uint: DType { wide ? .uint64 : .uint32 }
  package var float: DType { wide ? .float64 : .float32 }
  package var complex: DType { wide ? .complex128 : .complex64 }

  package static var current: DefaultDTypes { Context.current.defaults }
}

/// Runs `body` with 64-bit dtypes as the defaults (int64, float64, complex128), as JAX does with `jax_enable_x64`.
///
/// ```swift
/// with64BitDefaults { arange(3).dtype }  // int64
/// ```
public func with64BitDefaults<R>(_ body: () throws -> R) rethrows -> R {
  let context = Context.current
  let outer = context.defaults
  context.defaults.wide = true
  defer { context.defaults = outer }
  return try body()
}
