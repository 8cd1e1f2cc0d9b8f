package import PlanText

/// What extension functions may ask about the plan, such as its names and phrase sets.
///
/// Whoever adds functions defines a type for it and casts in the function.
package protocol QueryEnvironment: Sendable {}

/// The environment where no function asks for one.
package struct EmptyEnvironment: QueryEnvironment {
  package init() {}
}

/// What queries and conditions are evaluated against: one document of one file.
///
/// A class, since every call of a function hands it on.
package final class EvaluationContext: Sendable {
  package let tree: Tree
  /// What `$` stands for.
  package let root: NodeID
  package let environment: any QueryEnvironment
  package let functions: FunctionTable
  package let budget: EvaluationBudget

  /// Makes a context with a budget in proportion to the file.
  package init(
    tree: Tree,
    root: NodeID? = nil,
    environment: any QueryEnvironment = EmptyEnvironment(),
    functions: FunctionTable = .standard,
    budget: EvaluationBudget? = nil
  ) {
    self.tree = tree
    self.root = root ?? tree.roots.first ?? NodeID(0)
    self.environment = environment
    self.functions = functions
    self.budget = budget ?? EvaluationBudget(for: tree)
  }
}

/// How many steps evaluations may still take, so that no rule costs more than a multiple of the file's size, whatever
/// its author wrote (`reliability.md` T11).
///
/// Evaluations that use one budget share it. When it is used up, queries stop with the nodes found so far and
/// conditions do not hold; `isExceeded` says so. The engine calls `refill` before each rule and reports the rule that
/// exceeded it: a limit is never a silent skip.
package final class EvaluationBudget: Sendable {
  /// The steps of a full budget; one step is about one node looked at.
  package let limit: Int
  /// The steps that are left; negative where it was exceeded.
  ///
  /// A budget belongs to one worker, like the context that it is part of while rules are run.
  nonisolated(unsafe) var steps: Int

  package init(limit: Int) {
    self.limit = limit
    steps = limit
  }

  /// Makes a budget for one rule on one file: ample for a small file, linear in the size of a large one.
  package convenience init(for tree: Tree) {
    self.init(limit: 1_000_000 + 64 * tree.records.count + 8 * tree.source.bytes.count)
  }

  /// Whether an evaluation was cut short since the last `refill`.
  package var isExceeded: Bool { steps < 0 }

  /// The steps taken since the last `refill`.
  package var spent: Int { limit - steps }

  /// Gives the full number of steps again.
  package func refill() { steps = limit }
}
