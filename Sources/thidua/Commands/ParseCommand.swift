import ArgumentParser
import CampaignReading
import Campaigns
import ChatServer
import CivilTime
import Understanding
import Wire

struct ParseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Đọc mỗi dòng một tin nhắn từ đầu vào chuẩn, ghi ra điều hiểu được dạng JSON.")

  @Flag(name: .long, help: "Giữ cho tương thích: kết quả luôn là JSON.") var json = false
  @Option(name: .long, help: ArgumentHelp("Lấy tên từ thư mục dữ liệu này.", valueName: "thư mục"))
  var data: String?
  @Option(name: .long, help: ArgumentHelp("Tổ chức có người được biết tên.", valueName: "mã"))
  var organization: String?
  @Option(
    name: .long, help: ArgumentHelp("CSV name,unit,role với những tên được biết.", valueName: "tệp")
  )
  var people: String?
  @Option(name: .long, help: ArgumentHelp("Thư mục thay cho intents/.", valueName: "thư mục"))
  var intents: String?
  @Option(
    name: .long, help: ArgumentHelp("Thời điểm để hiểu “mai”, “tuần sau”.", valueName: "thời điểm"))
  var now: Instant?

  func perform() throws {
    let installation = try Installation.find()
    let folder = intents ?? installation.intents
    let language = try Language(intents: folder, memory: LearnedFile.memory(of: folder))
    let lexicon = try ParseNames(installation).lexicon(
      data: data, organization: organization, people: people,
      language.recognizer.nameWordings)
    let now = now ?? ServerClock().now()
    while let line = readLine(strippingNewline: true) {
      let text = line.hasSuffix("\r") ? String(line.dropLast()) : line
      Console.line(ParsedLine(text, language.recognizer, lexicon, at: now).json.description)
    }
  }
}

/// One message and what was understood of it, as promised to checks and scripts.
private struct ParsedLine {
  let json: JSONValue

  init(_ text: String, _ recognizer: Recognizer, _ lexicon: Lexicon, at now: Instant) {
    let reading = recognizer.read(text, lexicon: lexicon, now: now)
    json = [
      "text": .string(text),
      "intent": reading.intent.map { .string($0.rawValue) } ?? .null,
      "decision": .string(reading.decision.rawValue),
      "confidence": .number((reading.confidence * 1000).rounded() / 1000),
      "slots": .object(reading.slots.json(lexicon)),
      "alternatives": .array(
        reading.alternatives.map {
          [
            "intent": .string($0.intent.rawValue),
            "confidence": .number(($0.confidence * 1000).rounded() / 1000),
          ]
        }),
    ]
  }
}
