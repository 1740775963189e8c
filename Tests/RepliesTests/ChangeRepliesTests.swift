import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

/// What was changed, with its receipt.
@Suite struct ChangeRepliesTests {
  @Test func thereIsASampleOfEveryChange() {
    #expect(Set(Samples.changes.map(\.kind)) == Set(ChangeMade.What.Kind.allCases))
  }

  @Test("Every change has words, a receipt and typed facts", arguments: Samples.changes)
  func changes(what: ChangeMade.What) {
    let answer = Outcome.made(Samples.made(what)).answer(at: Samples.now)
    expectVietnamese(answer.text)
    #expect(answer.text.contains("\nMã tiếp nhận TN-000012, lúc 09:00 thứ Tư, 16/11/2022."))
    #expect(
      answer.data.members.prefix(4).map(\.key) == ["receipt", "at", "event", "campaign"])
    #expect(answer.data["receipt"] == "TN-000012")
    #expect(answer.data["at"] == "2022-11-16T09:00:00+07:00")
    #expect(answer.data["event"] == .string(what.kind.rawValue))
    #expect(answer.data["campaign"] == "duong-hoa-2022")
    #expect(answer.data.members.count > 4)
  }

  @Test("Every change but the taking back of one's own words says what comes next")
  func next() {
    for what in Samples.changes {
      switch what {
      case .takenBack(.feedback), .takenBack(.example), .takenBack(.bar): continue
      default:
        let text = Outcome.made(Samples.made(what)).answer(at: Samples.now).text
        #expect(text.contains("\nTiếp theo: "), "\(text)")
      }
    }
  }

  @Test func anAnnouncementBelongsToNoCampaign() {
    let change = ChangeMade(
      receipt: Receipt(number: 1, at: Samples.now), campaign: nil, what: .announced(told: 12))
    let answer = Outcome.made(change).answer(at: Samples.now)
    #expect(answer.text.hasPrefix("Đã gửi thông báo cho 12 người.\n"))
    #expect(answer.data["campaign"] == .null)
    #expect(answer.data["told"] == 12)
  }

  @Test func aLaterDay() {
    let answer = Outcome.made(
      Samples.made(.extended(Samples.milestone, from: "2022-01-07", told: 3))
    ).answer(at: Samples.now)
    #expect(
      answer.text.hasPrefix(
        "Đã gia hạn đăng ký danh hiệu thi đua năm 2022: từ hết thứ Sáu, 07/01/2022 thành hết thứ Sáu, 14/01/2022, phong trào thi đua năm 2022.\n"
      ))
    #expect(answer.data["date"] == "2022-01-14")
    #expect(answer.data["before"] == "2022-01-07")
    #expect(answer.data["milestone"] == "registration")
  }
}
