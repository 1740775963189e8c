/// All honours that the system knows, by code.
package struct HonoursCatalogue: Sendable {
  /// In the order of the files, which is the order in which lists are shown.
  package let honours: [Honour]
  private let byCode: [HonourCode: Honour]

  /// A code that appears twice keeps its first entry; the reader of the files refuses doubles.
  package init(_ honours: [Honour]) {
    self.honours = honours
    byCode = Dictionary(honours.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(code: HonourCode) -> Honour? { byCode[code] }
}
