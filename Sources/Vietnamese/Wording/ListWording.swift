/// `a`, `a và b`, `a, b và c`: as Vietnamese lists things in a sentence.
package func vietnameseList(_ items: [String], last: String = "và") -> String {
  guard let final = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " " + last + " " + final
}

/// `428.000.000 đ`: groups of three by points.
package func vietnameseMoney(_ dong: Int) -> String { vietnameseNumber(dong) + " đ" }

/// `1.234.567`.
package func vietnameseNumber(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  var grouped = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { grouped += "." }
    grouped.append(digit)
  }
  return grouped
}
