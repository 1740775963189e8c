import ArgumentParser
import CivilTime
import Understanding
import UnderstandingTrials

struct IntentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intents", abstract: "Cho người sửa thư mục intents/: kiểm tra, thử, giải thích.",
    subcommands: [Check.self, Test.self, Explain.self, Learn.self, Calibrate.self])

  /// Where the sentences, the test messages and the names come from.
  struct Sources: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Thư mục thay cho intents/.", valueName: "thư mục"))
    var intents: String?
    @Option(
      name: .long,
      help: ArgumentHelp("Thư mục thay cho Tests/Data/utterances.", valueName: "thư mục"))
    var utterances: String?
    @Option(
      name: .long,
      help: ArgumentHelp("Thời điểm để hiểu “mai”, “tuần sau”.", valueName: "thời điểm")
    )
    var now: Instant?
  }

  struct Learn: Command {
    static let configuration = CommandConfiguration(
      abstract: "Học trước từ các câu mẫu, để lần khởi động sau chỉ việc đọc lại.")
    @OptionGroup var sources: Sources

    func perform() throws {
      let workshop = try IntentsWorkshop(sources)
      Console.line("đã học \(try workshop.catalogue().sentenceCount) câu mẫu")
    }
  }

  struct Check: Command {
    static let configuration = CommandConfiguration(
      abstract: "Tìm câu bị việc khác lấy mất, ô không có, quy tắc trống, câu chưa có tin nhắn thử."
    )
    @OptionGroup var sources: Sources
    @Flag(name: .long, help: "Kể từng câu chưa có tin nhắn thử hay có ô thừa, không chỉ số lượng.")
    var all = false

    func perform() throws {
      let workshop = try IntentsWorkshop(sources)
      let catalogue = try workshop.catalogue()
      let review = SentenceReview(catalogue, workshop.recognizer)
      let faults = review.thefts()
      for fault in faults { Console.line(fault.words) }
      let tests = try workshop.files().flatMap(\.utterances).compactMap { utterance in
        utterance.intent.map { (intent: $0, say: utterance.say) }
      }
      report(review.untested(by: tests), "không giống tin nhắn thử nào", of: catalogue)
      report(review.uselessSlots(), "có ô mà việc không dùng", of: catalogue)
      Console.line(
        "\(catalogue.sentenceCount) câu mẫu, \(faults.count) chỗ cần sửa, "
          + "\(tests.count) tin nhắn thử")
      if !faults.isEmpty { throw ExitCode(ExitStatus.badConfiguration.rawValue) }
    }

    private func report(
      _ findings: [SentenceReview.Finding], _ what: String, of catalogue: IntentCatalogue
    ) {
      for intent in Intent.allCases {
        let own = findings.filter { $0.intent == intent }
        if own.isEmpty { continue }
        Console.line(
          "\(intent.rawValue): \(own.count) trong \(catalogue.sentenceCount(of: intent)) câu \(what)"
        )
        if all { for finding in own { Console.line("  " + finding.words) } }
      }
    }
  }

  struct Test: Command {
    static let configuration = CommandConfiguration(
      abstract: "Đọc các tin nhắn thử và chấm điểm, kể từng chỗ sai.")
    @OptionGroup var sources: Sources
    @Option(
      name: .long,
      help: ArgumentHelp(
        "Loại nhiễu: \(Noise.allCases.map(\.rawValue).joined(separator: ", ")) hay all.",
        valueName: "nhiễu"))
    var noise = Noise.clean.rawValue
    @Flag(name: .long, help: "Chỉ in bảng điểm, không kể chỗ sai.") var quiet = false
    @Flag(name: .long, help: "Thêm bảng độ tin cậy và đường rủi ro theo ngưỡng.") var reliability =
      false

    func perform() throws {
      let workshop = try IntentsWorkshop(sources)
      let trials = try workshop.trials()
      let noises = Noise.allCases.filter { noise == "all" || noise == $0.rawValue }
      guard !noises.isEmpty else {
        throw CommandFailure(.wrongUsage, "Không có loại nhiễu “\(noise)”.")
      }
      Console.line(ScoreTable.heading)
      for noise in noises {
        let score = trials.score(noise)
        Console.line(ScoreTable.row(noise, score))
        if !quiet { for mistake in score.mistakes { Console.line("  " + mistake.words) } }
        if reliability {
          for line in ScoreTable.reliability(Reliability(score.trials)) { Console.line(line) }
        }
      }
    }
  }

  struct Explain: Command {
    static let configuration = CommandConfiguration(
      abstract: "Cho biết vì sao một tin nhắn được hiểu như thế.")
    @OptionGroup var sources: Sources
    @Option(
      name: .long,
      help: ArgumentHelp("CSV name,unit,role với những tên được biết.", valueName: "tệp"))
    var people: String?
    @Argument(help: ArgumentHelp("Tin nhắn.", valueName: "tin nhắn")) var message: String

    func perform() throws {
      let workshop = try IntentsWorkshop(sources)
      let lexicon = try workshop.lexicon(people: people)
      let explanation = workshop.recognizer.explain(message, lexicon: lexicon, now: workshop.now)
      for line in explanation.lines(lexicon) { Console.line(line) }
    }
  }

  struct Calibrate: Command {
    static let configuration = CommandConfiguration(
      abstract: "Tính lại các hệ số độ tin cậy từ tin nhắn thử, cho người viết chương trình.",
      shouldDisplay: false)
    @OptionGroup var sources: Sources

    func perform() throws {
      let curves = try IntentsWorkshop(sources).trials()
        .calibrated([.clean, .clean, .unmarked, .slips, .telex])
      for (name, weights) in [("ofQuestion", curves.questions), ("ofOrder", curves.orders)] {
        let list = weights.map { "\(($0 * 100).rounded() / 100)" }.joined(separator: ", ")
        Console.line("\(name): [\(list)]")
      }
    }
  }
}
