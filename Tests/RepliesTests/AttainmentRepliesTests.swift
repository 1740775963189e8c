import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

@Suite struct AttainmentRepliesTests {
  @Test(
    arguments: [
      (
        Samples.figure(Samples.insurance, 93_500),
        "Bảo hiểm y tế (chỉ tiêu: từ 93 %): 93,5 %, đạt chỉ tiêu (số liệu ngày 10/11/2022)"
      ),
      (
        Samples.figure(Samples.insurance, 92_999),
        "Bảo hiểm y tế (chỉ tiêu: từ 93 %): 92,999 %, chưa đạt (số liệu ngày 10/11/2022)"
      ),
      (
        Samples.figure(Samples.budget, 214_000_000_500),
        "Thu ngân sách – năm (chỉ tiêu: từ 428.000.000 đồng): 214.000.000,5 đồng, chưa đạt, bằng 50 % chỉ tiêu (số liệu ngày 10/11/2022)"
      ),
      (
        Samples.figure(Samples.standard, 100_000),
        "Chuẩn y tế (chỉ tiêu: giữ vững): 100 %, đạt chỉ tiêu (số liệu ngày 10/11/2022)"
      ),
      (
        Samples.figure(Samples.insurance, -500),
        "Bảo hiểm y tế (chỉ tiêu: từ 93 %): -0,5 %, chưa đạt (số liệu ngày 10/11/2022)"
      ),
      (
        Samples.figure(Samples.insurance, nil),
        "Bảo hiểm y tế (chỉ tiêu: từ 93 %): chưa có số liệu"
      ),
    ] as [(FigureEntry, String)])
  func figures(entry: FigureEntry, line: String) {
    let text = answer([entry]).text
    expectVietnamese(text)
    #expect(text.split(separator: "\n").contains { $0 == "1. \(line)" }, "\(text)")
  }

  @Test func unitsStandBelowTheirSum() {
    let part = FigureEntry.OfUnit(
      unit: "thôn Hộ", reported: FigureEntry.Reported(thousandths: 1_500, day: "2022-11-09"))
    let answer = answer([Samples.figure(Samples.budget, 1_500, byUnit: [part])], silent: 2)
    #expect(answer.text.contains("\n  + thôn Hộ: 1,5 đồng (ngày 09/11/2022)\n"))
    #expect(answer.text.contains("Chưa có số liệu: 2 chỉ tiêu."))
    let figure = answer.data["figures"]?.arrayValue?.first
    #expect(figure?["reported"] == 1.5)
    #expect(figure?["value"] == 428_000_000)
    #expect(figure?["met"] == false)
    #expect(
      figure?["by_unit"] == [["unit": "thôn Hộ", "reported": 1.5, "date": "2022-11-09"]])
    #expect(answer.data["silent"] == 2)
  }

  @Test func nothingReported() {
    expectVietnamese(answer([], silent: 4).text)
  }

  @Test func aReport() {
    let answer = Outcome.made(
      Samples.made(
        .figureReported(
          Samples.figure(Samples.insurance, 93_500), unit: "thôn Hộ", value: 94_000,
          before: FigureEntry.Reported(thousandths: 90_000, day: "2022-10-01")))
    ).answer(at: Samples.now)
    #expect(
      answer.text.hasPrefix(
        "Đã ghi nhận Bảo hiểm y tế của thôn Hộ: 94 % (trước đó 90 %, ngày 01/10/2022), phong trào thi đua năm 2022.\n"
      ))
    #expect(answer.data["number"] == 94)
    #expect(answer.data["before"] == 90)
    #expect(answer.data["reported"] == 93.5)
    #expect(answer.data["met"] == true)
  }

  private func answer(_ figures: [FigureEntry], silent: Int = 0) -> Answer {
    Outcome.attainment(
      AttainmentList(
        campaign: "thi đua năm 2022", unit: nil, figures: figures, silent: silent)
    ).answer(at: Samples.now)
  }
}
