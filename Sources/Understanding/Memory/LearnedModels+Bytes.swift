import Vietnamese

extension LearnedModels {
  /// To be kept for the next start; `init(_:of:)` reads it.
  func bytes(of fingerprint: Fingerprint) -> [UInt8] {
    var arrays = PackedArrays()
    arrays.append([fingerprint.value])
    arrays.append(intents.rows.slots)
    arrays.append(intents.weights)
    arrays.append(texts.weights)
    vocabulary.append(to: &arrays)
    var checksum = Fingerprint(0)
    checksum.add(arrays.bytes)
    arrays.append([checksum.value])
    return arrays.bytes
  }

  /// `nil` if the bytes are damaged, or were kept for other files or by another program.
  init?(_ bytes: [UInt8], of fingerprint: Fingerprint) {
    var reader = PackedArraysReader(bytes)
    guard reader.numbers(UInt64.self) == [fingerprint.value] else { return nil }
    let checksumSize = 16
    var checksum = Fingerprint(0)
    checksum.add(Array(bytes.dropLast(checksumSize)))
    guard let slots = reader.numbers(SmallTable.Slot.self),
      let weights = reader.numbers(SIMD8<Int16>.self),
      let textWeights = reader.numbers(Float.self), let vocabulary = VocabularyDraft(&reader),
      reader.numbers(UInt64.self) == [checksum.value], reader.isAtEnd,
      slots.count > 1, slots.count & (slots.count - 1) == 0,
      textWeights.count == 1 << Int(TextModel.sizeLog2)
    else { return nil }
    // Weights are read without bounds checks, and a search ends at an empty slot.
    let rowCount = weights.count / LinearModel.vectorCount
    guard slots.contains(where: { $0.value < 0 }), slots.allSatisfy({ $0.value < rowCount }) else {
      return nil
    }
    self.init(
      intents: LinearModel(rows: SmallTable(slots: slots), weights: weights),
      texts: TextModel(weights: textWeights), vocabulary: vocabulary)
  }
}

extension PackedArrays {
  mutating func append(_ table: KeyTable) {
    var keys: [UInt64] = []
    var values: [Int32] = []
    keys.reserveCapacity(table.count)
    values.reserveCapacity(table.count)
    table.visitEntries { key, value in
      keys.append(key)
      values.append(value)
    }
    append(keys)
    append(values)
  }
}

extension PackedArraysReader {
  mutating func table() -> KeyTable? {
    guard let keys = numbers(UInt64.self), let values = numbers(Int32.self),
      keys.count == values.count
    else { return nil }
    var table = KeyTable(capacity: keys.count)
    for (key, value) in zip(keys, values) {
      guard value >= 0 else { return nil }
      table.set(value, for: key)
    }
    return table
  }
}
