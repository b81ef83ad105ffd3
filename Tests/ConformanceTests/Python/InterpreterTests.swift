import Lanewise
import Testing

/// What the reader of the corpus's Python makes of texts, where the corpus itself would not show a mistake.
@Suite struct InterpreterTests {
  private func value(_ text: String, _ source: String? = nil, _ inputs: [NDArray] = []) throws -> [Double] {
    let interpreter = Interpreter(layout: .original)
    if let source { interpreter.run(try Parser.statements(source)) }
    let result = interpreter.evaluate(try Parser.expression(text), inputs)
    #expect(interpreter.firstFault == nil)
    return treeLeaves(result).flatMap { $0.asArray(Double.self) }
  }

  @Test func precedence() throws {
    #expect(try value("1 + 2 * 3 - 4 / 2") == [5])
    #expect(try value("-2 ** 2") == [-4])
    #expect(try value("2 ** -1 ** 2") == [0.5])
    #expect(try value("2 ** 3 ** 2") == [512])
    #expect(try value("7 // 2, -7 // 2, 7 % 3, -7 % 3") == [3, -4, 1, 2])
    #expect(try value("1 << 2 | 1 & 3 ^ 2") == [7])
    #expect(try value("1 < 2 < 3, 1 < 2 > 3, not 1 == 2") == [1, 0, 1])
    #expect(try value("1 if 0 else 2 if 0 else 3") == [3])
    #expect(try value("(lambda a, b=2: a - b)(1), (lambda *a: a[1])(1, 5)") == [-1, 5])
  }

  @Test func numbers() throws {
    #expect(try value(".5, 1., 1e3, 25.e-2, 0x10, 1_000") == [0.5, 1, 1000, 0.25, 16, 1000])
    #expect(try value("(1j * 1j).real") == [-1])
    #expect(try value("True + True") == [2])
  }

  @Test func indices() throws {
    let x = arange(12.0).reshape([3, 4])
    #expect(try value("x0[1]", nil, [x]) == [4, 5, 6, 7])
    #expect(try value("x0[:, 1]", nil, [x]) == [1, 5, 9])
    #expect(try value("x0[::-2, ..., -1]", nil, [x]) == [11, 3])
    #expect(try value("x0[None, 0, 1:3].shape", nil, [x]) == [1, 2])
    #expect(try value("x0[jnp.array([0, 2]), 1]", nil, [x]) == [1, 9])
    #expect(try value("x0.at[0, 1:3].set(9.)[0]", nil, [x]) == [0, 9, 9, 3])
    #expect(try value("x0.shape[-1], (1, 2, 3)[::-1][0]", nil, [x]) == [4, 3])
  }

  @Test func statements() throws {
    let source = """
      def f(a, b=2):  # with a comment
          c = a * b; d = {"x": c}
          d["y"] = c + 1
          if a > 10:
              return 0
          elif a > 5: return 1
          else:
              total = []
              for i, (x, y) in enumerate(zip([1, 2], (3, 4))):
                  total.append(x * y + i)
          return d, total, sum(x for x in range(4) if x != 2)

      def twice(f): return lambda *a: 2 * f(*a)
      @twice
      def g(x):
          x += 1
          return x
      """
    #expect(try value("f(1)", source) == [2, 3, 3, 9, 4])
    #expect(try value("f(7), f(11, b=1), g(2)", source) == [1, 0, 6])
  }

  @Test func transformations() throws {
    #expect(try value("jax.grad(lambda a, b: a * b ** 2, argnums=1)(3., 2.)") == [12])
    #expect(try value("jax.grad(lambda p: p['w'] * p['b'])({'w': 2., 'b': 3.})") == [2, 3])
    #expect(try value("lax.scan(lambda c, x: (c + x, c), 0., jnp.arange(3.))") == [3, 0, 0, 1])
    #expect(try value("jax.vmap(lambda a, b: a - b, in_axes=(0, None))(jnp.arange(2.), 1.)") == [-1, 0])
  }

  @Test func whatCannotBeRunIsSaid() throws {
    let cases = [
      ("jnp.nothing(1)", "jax.numpy.nothing"), ("jnp.sum(x0, axes=1)", "jax.numpy.sum with axes"),
      ("unknown + 1", "there is no + of name(\"builtins.unknown\") and int(1)"),
    ]
    for (text, fault) in cases {
      let interpreter = Interpreter(layout: .original)
      _ = interpreter.evaluate(try Parser.expression(text), [1])
      #expect(interpreter.firstFault == fault)
    }
    #expect(throws: PythonError.self) { try Parser.expression("f(1") }
    #expect(throws: PythonError.self) { try Parser.statements("while True: pass") }
    #expect(throws: PythonError.self) { try Parser.expression("'open") }
  }
}
