extension QuantityReader {
  /// A number with what follows it: a percent sign, a currency.
  func plainNumber(at start: Int) -> Found? {
    if has([.one, .portion], at: start), has(.halfOf, at: start + 1),
      !has([.hours, .day, .month, .year, .week], at: start + 2)
    {
      return Found(quantity: .percent(50), count: 2, isInferred: false)
    }
    guard let (value, next) = number(at: start) else { return nil }
    if next < words.count, words[next].isPercent {
      return Found(quantity: .percent(value), count: next + 1 - start, isInferred: false)
    }
    if has(.percentFirst, at: next), numeral(next + 1) == .hundred {
      return Found(quantity: .percent(value), count: next + 2 - start, isInferred: false)
    }
    if has(.percentFirst, at: next), let whole = numeral(next + 1).unit, value > 0,
      value < Double(whole)
    {
      // "hai phần ba"
      return Found(
        quantity: .percent((value / Double(whole) * 10_000).rounded() / 100),
        count: next + 2 - start, isInferred: false)
    }
    let end = has(.currency, at: next) ? next + 1 : next
    // A single numeral word is often no number ("ba Hoa" typed without marks).
    if end == start + 1, words[start].number < 0, !words[start].isSure { return nil }
    return Found(quantity: .number(value), count: end - start, isInferred: false)
  }

  /// Digits or words, with the place after.
  func number(at start: Int) -> (Double, Int)? {
    if digits(start) != nil { return digitNumber(at: start) }
    return wordNumber(at: start)
  }

  /// A small whole number, in digits or words.
  func wholeNumber(at start: Int) -> (Int, Int)? {
    guard let (value, next) = number(at: start), value == value.rounded(), value < 1e9 else {
      return nil
    }
    return (Int(value), next)
  }

  /// `428.000.000`, `99,64`, `64.5`, with a scale after it: `1,5 triệu`, `64tr`.
  private func digitNumber(at start: Int) -> (Double, Int)? {
    guard let first = digits(start) else { return nil }
    var value = Double(first)
    var next = start + 1
    while isTight(UInt8(ascii: "."), before: next), let group = digits(next),
      words[next].digits == 3
    {
      value = value * 1000 + Double(group)
      next += 1
    }
    let point = next == start + 1 ? isTight(UInt8(ascii: "."), before: next) : false
    if point || isTight(UInt8(ascii: ","), before: next), let fraction = digits(next) {
      if words[next].digits == 3, !point, next == start + 1,
        isTight(UInt8(ascii: ","), before: next + 1), digits(next + 1) != nil
      {
        return englishNumber(at: start)
      }
      value += Double(fraction) / power(of: 10, Int(words[next].digits))
      next += 1
    }
    return scaled(value, next)
  }

  /// `1,234,567`.
  private func englishNumber(at start: Int) -> (Double, Int)? {
    var value = Double(digits(start) ?? 0)
    var next = start + 1
    while isTight(UInt8(ascii: ","), before: next), let group = digits(next),
      words[next].digits == 3
    {
      value = value * 1000 + Double(group)
      next += 1
    }
    return scaled(value, next)
  }

  private func scaled(_ value: Double, _ next: Int) -> (Double, Int) {
    let scale = QuantityReader.scale(of: numeral(next))
    guard scale > 1 else { return (value, next) }
    var result = value * scale
    var end = next + 1
    if has(.half, at: end) {
      result += scale / 2
      end += 1
    } else if let (rest, after) = wordOrDigits(at: end), rest < scale {
      // "1 triệu 2" is 1.200.000, "1 triệu 200 nghìn" says its own scale.
      result += rest < 10 ? rest * scale / 10 : rest
      end = after
    }
    return (result, end)
  }

  private func wordOrDigits(at start: Int) -> (Double, Int)? {
    guard start < words.count, !words[start].gap.endsClause else { return nil }
    return number(at: start)
  }

  private static func scale(of numeral: Numeral) -> Double {
    switch numeral {
    case .hundred: 100
    case .thousand: 1_000
    case .million: 1_000_000
    case .billion: 1_000_000_000
    default: 1
    }
  }

  /// "hai mươi lăm", "một trăm linh năm", "ba triệu rưỡi", "mươi" alone is none.
  private func wordNumber(at start: Int) -> (Double, Int)? {
    guard let (value, next) = belowThousand(at: start) else { return nil }
    var total = Double(value)
    var end = next
    if has(.decimalPoint, at: end), let (fraction, after) = belowThousand(at: end + 1) {
      total += Double(fraction) / power(of: 10, fraction < 10 ? 1 : 2)
      end = after
    }
    return scaled(total, end)
  }

  private func belowThousand(at start: Int) -> (Int, Int)? {
    guard let (tens, next) = belowHundred(at: start) else { return nil }
    guard numeral(next) == .hundred, tens < 10 else { return (tens, next) }
    if has(.half, at: next + 1) { return (tens * 100 + 50, next + 2) }
    if numeral(next + 1) == .odd, let unit = numeral(next + 2).unit {
      return (tens * 100 + Int(unit), next + 3)
    }
    if let (rest, after) = belowHundred(at: next + 1), rest >= 10 {
      return (tens * 100 + rest, after)
    }
    return (tens * 100, next + 1)
  }

  private func belowHundred(at start: Int) -> (Int, Int)? {
    let first = numeral(start)
    // "không" is mostly "not": a zero only before a decimal point.
    if first == .zero, !has(.decimalPoint, at: start + 1) { return nil }
    if first == .twenty, let unit = numeral(start + 1).unit { return (20 + Int(unit), start + 2) }
    guard let unit = first.unit else { return nil }
    if unit == 10 {
      if let rest = numeral(start + 1).unit, (1...9).contains(rest) {
        return (10 + Int(rest), start + 2)
      }
      return (10, start + 1)
    }
    guard numeral(start + 1) == .tens, unit > 0 else { return (Int(unit), start + 1) }
    if has(.afterTomorrow, at: start + 2) { return (Int(unit) * 10 + 1, start + 3) }
    if let rest = numeral(start + 2).unit, (1...9).contains(rest) {
      return (Int(unit) * 10 + Int(rest), start + 3)
    }
    return (Int(unit) * 10, start + 2)
  }

  private func power(of base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<min(exponent, 18) { result *= base }
    return result
  }
}
