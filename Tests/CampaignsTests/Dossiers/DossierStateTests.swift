import Campaigns
import Testing

/// The machine of a dossier: every transition there is, and no other.
@Suite struct DossierStateTests {
  private static let transitions: [(DossierState, DossierEvent, DossierState)] = [
    (.draft, .attach, .draft), (.draft, .submit, .submitted),
    (.submitted, .accept, .accepted), (.submitted, .return, .returned),
    (.returned, .attach, .returned), (.returned, .submit, .submitted),
    (.accepted, .return, .returned), (.accepted, .select, .selected),
    (.accepted, .passOver, .notSelected),
    (.selected, .forward, .forwarded), (.selected, .decide, .awarded),
    (.forwarded, .decide, .awarded),
  ]

  @Test func theseAreAllTransitions() {
    for state in DossierState.allCases {
      for event in DossierEvent.allCases {
        let wanted = Self.transitions.first { $0.0 == state && $0.1 == event }?.2
        #expect(state.after(event) == wanted, "\(state) \(event)")
      }
    }
  }

  @Test func noAwardWithoutTheCouncil() {
    // Every way to an award leads through what the council selected.
    for state in DossierState.allCases where state.after(.decide) != nil {
      #expect(state == .selected || state == .forwarded)
    }
    for state in DossierState.allCases where state.after(.forward) != nil {
      #expect(state == .selected)
    }
    for state in DossierState.allCases where state.after(.select) != nil {
      #expect(state == .accepted)
    }
  }
}
