import PlanText

/// The tokens of a text as `form@text`, or `form` alone where the text says the same.
func words(_ text: String, knowing vocabulary: [String] = []) -> [String] {
  rendered(text, knowing: vocabulary).map(\.text)
}

/// The tokens of a text with their flags.
func rendered(
  _ text: String,
  knowing vocabulary: [String] = []
) -> [(text: String, token: Token)] {
  var scanner = WordScanner(WordTable(vocabulary))
  var tokens: [Token] = []
  var forms: [String]? = []
  let bytes = Array(text.utf8)
  scanner.scan(bytes[...], into: &tokens, forms: &forms)
  let names = forms ?? []
  guard names.count == tokens.count else { return [] }
  return zip(names, tokens).map { form, token in
    let slice = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    return (slice == form ? form : "\(form)@\(slice)", token)
  }
}

/// The sentences of a text, each as its words.
func sentences(_ text: String, knowing vocabulary: [String] = []) -> [String] {
  var result: [String] = []
  for (word, token) in rendered(text, knowing: vocabulary) {
    let form = word.split(separator: "@").first.map(String.init) ?? word
    if token.flags.contains(.beginsSentence) || result.isEmpty {
      result.append(form)
    } else {
      result[result.count - 1] += " " + form
    }
  }
  return result
}

/// The words of a text that have a flag, as they stand in it.
func words(_ text: String, with flag: TokenFlags, knowing vocabulary: [String] = []) -> [String] {
  rendered(text, knowing: vocabulary).filter { $0.token.flags.contains(flag) }.map(\.text)
}
