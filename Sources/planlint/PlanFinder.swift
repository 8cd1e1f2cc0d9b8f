/// Finds the plans that a command is to look at.
struct PlanFinder {
  /// A plan to read.
  struct Plan: Sendable {
    /// The name to print.
    var name: FilePath
    var source: Source

    enum Source: Sendable {
      case file(FilePath)
      case standardInput
    }
  }

  private struct Candidate {
    var plan: Plan
    /// What tells two names of one file.
    var identity: FilePath
  }

  private var candidates: [Candidate] = []
  /// What could not be looked at, and why; the run goes on without it.
  private(set) var problems: [(path: FilePath, reason: String)] = []
  /// Links to folders that were met and not followed.
  private(set) var skippedLinks: [FilePath] = []
  /// Folders named that hold no plan.
  private(set) var emptyFolders: [FilePath] = []

  /// Adds what an argument names: a file, a folder with everything below it, or `-`.
  mutating func add(_ argument: FilePath, standardInputName: FilePath?) {
    if argument == FilePath("-") {
      let name = standardInputName ?? FilePath("<stdin>")
      candidates.append(
        Candidate(plan: Plan(name: name, source: .standardInput), identity: argument)
      )
      return
    }
    do throws(SystemError) {
      guard try Folder.kindBehindLinks(of: argument) == .folder else {
        // Whatever else it is, reading it says what is wrong with it.
        candidates.append(
          Candidate(
            plan: Plan(name: argument, source: .file(argument)),
            identity: Folder.canonical(argument)
          )
        )
        return
      }
    } catch {
      problems.append((argument, error.message))
      return
    }
    let before = candidates.count + problems.count
    walk(argument)
    if candidates.count + problems.count == before { emptyFolders.append(argument) }
  }

  /// Every plan once, in the order of a walk, whatever the order of the arguments.
  func plans() -> [Plan] {
    guard candidates.count > 1 else { return candidates.map(\.plan) }
    var seen: Set<FilePath> = []
    return candidates.sorted { $0.plan.name.precedes($1.plan.name) }
      .filter { seen.insert($0.identity).inserted }
      .map(\.plan)
  }

  static func isPlanName(_ name: FilePath) -> Bool {
    name.hasSuffix(".plan.yaml") || name.hasSuffix(".plan.yml")
  }

  private struct Visit {
    /// The path to open.
    var path: FilePath
    /// The path to print: that of the working folder is left out.
    var name: FilePath
    var identity: FilePath
  }

  /// Collects the plans below a folder; links to folders are not followed, so the walk ends.
  private mutating func walk(_ root: FilePath) {
    let isHere = root == FilePath(".") || root == FilePath("./")
    var waiting = [
      Visit(path: root, name: isHere ? [] : root, identity: Folder.canonical(root))
    ]
    while let folder = waiting.popLast() {
      do throws(SystemError) {
        for name in try Folder.names(in: folder.path) {
          let visit = Visit(
            path: folder.path.appending(name),
            name: folder.name.appending(name),
            identity: folder.identity.appending(name)
          )
          if let inner = look(at: visit, called: name) { waiting.append(inner) }
        }
      } catch {
        problems.append((folder.path, error.message))
      }
    }
  }

  /// Notes what is found under a name; returns a folder that is to be walked too.
  private mutating func look(at visit: Visit, called name: FilePath) -> Visit? {
    do throws(SystemError) {
      switch try Folder.kind(of: visit.path) {
      case .folder:
        return name == FilePath(".git") ? nil : visit
      case .link:
        try lookBehind(visit, called: name)
      default:
        guard PlanFinder.isPlanName(name) else { break }
        candidates.append(
          Candidate(
            plan: Plan(name: visit.name, source: .file(visit.path)),
            identity: visit.identity
          )
        )
      }
    } catch {
      problems.append((visit.name, error.message))
    }
    return nil
  }

  private mutating func lookBehind(_ visit: Visit, called name: FilePath) throws(SystemError) {
    let isPlan = PlanFinder.isPlanName(name)
    let kind: FileKind
    do throws(SystemError) {
      kind = try Folder.kindBehindLinks(of: visit.path)
    } catch {
      // A link to nothing matters only where it calls itself a plan.
      guard isPlan else { return }
      throw SystemError("it is a link that leads nowhere")
    }
    if kind == .folder {
      skippedLinks.append(visit.name)
    } else if isPlan {
      candidates.append(
        Candidate(
          plan: Plan(name: visit.name, source: .file(visit.path)),
          identity: Folder.canonical(visit.path)
        )
      )
    }
  }
}
