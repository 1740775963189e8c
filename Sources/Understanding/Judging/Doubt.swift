/// Why an order is asked back or only named instead of being carried out.
package enum Doubt: Sendable, Equatable {
  /// Its mood speaks against it.
  case mood
  /// It is less likely than an order must be, or hardly likelier than none.
  case unsure
  /// The verb was mended, or lacks its marks among words that have theirs.
  case verb
  /// The intent always asks.
  case always
  /// It tells what is done, which the intent takes for an order to note it.
  case told
  /// "… giúp em được không ạ".
  case request
  /// A slot is missing.
  case missing
  /// The message was longer than what is looked at.
  case cut
  /// A value was mended.
  case value
  /// A word, by its place: it was mended, nobody writes it so, or it may be a slip of one that makes
  /// this no order.
  case word(Int)
  /// "cho chị": whoever is older than the assistant speaks of himself so, but of others too.
  case speaker
  /// Of two people one may be who told it, or somebody else does it.
  case people
  /// It names a day or a year that is over.
  case past
  /// One sentence of the message says it, and the others something else.
  case aside
  /// It names a day or a time that is none.
  case impossible
  /// Several words that only other intents have.
  case strangers
  /// Its words stand side by side as in no order.
  case wording
}
