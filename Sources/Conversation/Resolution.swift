import Campaigns

/// A slot's way to a value: there, or this must come first.
enum Resolution<Value> {
  case found(Value)
  /// With as many answers as the prompt has numbers; none where free words are wanted.
  case ask(Prompt, answers: [SlotAnswer])
  case refuse(Refusal)
}

/// What choosing a number will set.
enum SlotAnswer: Sendable {
  case campaign(CampaignID)
  case subject(Subject)
  case honour(HonourCode)
  case unit(UnitID)
}
