import Testing

@testable import Understanding

/// `intents/lists/export-kinds.yaml`: how people name what a file is to hold. Of several the first
/// counts.
@Suite struct ExportKindWordsTests {
  @Test(arguments: [
    ("danh sách đăng ký", "registrations"), ("danh sach dang ky", "registrations"),
    ("đăng ký theo đơn vị", "registrations"), ("danh sách chưa đăng ký", "missing"),
    ("người chưa đăng ký", "missing"), ("danh sách ký giao ước", "pledges"),
    ("bảng tiến độ công trình", "works"), ("kết quả chỉ tiêu", "targets"),
    ("danh sách hồ sơ bị trả", "dossiers"), ("hồ sơ khen thưởng", "dossiers"),
    ("danh sách đề nghị khen thưởng", "dossiers"), ("danh sách khen thưởng", "awards"),
    ("khen thưởng năm nay", "awards"), ("tổng hợp khen thưởng", "awards"),
    ("bảng tổng hợp", "summary"), ("các mốc", "calendar"), ("lịch họp hội đồng", "calendar"),
    ("tổng hợp đăng ký thi đua", "registrations"),
  ])
  func named(text: String, kind: String) {
    #expect(TestWorld.recognizer.names(of: .exportKinds, in: text).first == kind)
  }

  @Test func nothingNamed() {
    #expect(TestWorld.recognizer.names(of: .exportKinds, in: "của cả xã").isEmpty)
  }
}
