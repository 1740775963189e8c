/// Whether letters without marks can be a Vietnamese syllable: an onset and a rhyme.
package struct SyllableShape: Sendable {
  package static let shared = SyllableShape()

  private var rhymes = KeyTable(capacity: 400)

  private init() {
    for rhyme in SyllableShape.rhymeList.split(separator: " ") {
      rhymes.set(0, for: SyllableShape.packed(Array(rhyme.utf8)[...]))
    }
  }

  /// `letters`: lower-case ASCII.
  package func isSyllable(_ letters: ArraySlice<UInt8>) -> Bool {
    guard (1...7).contains(letters.count) else { return false }
    var onset = 0
    for letter in letters {
      if SyllableShape.isVowel(letter) { break }
      onset += 1
    }
    guard onset <= 3, onset < letters.count else { return false }
    let start = letters.startIndex
    guard SyllableShape.isOnset(letters[start..<(start + onset)]) else { return false }
    if isRhyme(letters[(start + onset)...]) { return true }
    // "gi" is an onset too: giao, giường.
    return onset == 1 && letters[start] == UInt8(ascii: "g")
      && letters[start + 1] == UInt8(ascii: "i") && isRhyme(letters[(start + 2)...])
  }

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  private func isRhyme(_ letters: ArraySlice<UInt8>) -> Bool {
    !letters.isEmpty && rhymes[SyllableShape.packed(letters)] != nil
  }

  private static func packed(_ letters: ArraySlice<UInt8>) -> UInt64 {
    letters.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func isOnset(_ letters: ArraySlice<UInt8>) -> Bool {
    switch packed(letters) {
    case 0: true
    case 0x62, 0x63, 0x64, 0x67, 0x68, 0x6B, 0x6C, 0x6D, 0x6E, 0x70, 0x71, 0x72, 0x73, 0x74, 0x76,
      0x78:
      true  // b c d g h k l m n p q r s t v x
    case 0x6368, 0x6768, 0x6B68, 0x6E67, 0x6E68, 0x7068, 0x7468, 0x7472, 0x6E_6768:
      true  // ch gh kh ng nh ph th tr ngh
    default: false
    }
  }

  private static let rhymeList = """
    a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ic ich iec \
    iem ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat \
    oay oc oe oen oeo oet oi om on ong op ot u ua uac uach uai uam uan uang uanh uao uap \
    uat uau uay uc ue uech uen uenh ueo uet ueu ui uit um un ung uo uoc uoi uom uon uong uop uot \
    uou up ut uu uy uya uych uyen uyet uynh uyp uyt uyu y yem yen yeng yet yeu
    """
}
