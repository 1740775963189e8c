import Actions
import ArgumentParser
import CampaignReading
import CampaignStore
import Campaigns
import Replies
import SecureSockets
import Understanding

/// What the shell is told, as promised in the interface.
enum ExitStatus: Int32 {
  case done = 0
  case wrongUsage = 64
  case badData = 65
  case unavailable = 69
  case inputOutput = 74
  case notPermitted = 77
  case badConfiguration = 78
}

/// An end with words for the person and a status for the shell.
struct CommandFailure: Error, CustomStringConvertible {
  let status: ExitStatus
  let message: String

  var description: String { message }

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Words and status for whatever went wrong below.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let faults as ReadingFaults: self.init(.badData, faults.description)
    case let faults as CatalogueFaults: self.init(.badConfiguration, faults.description)
    case let refusal as Refusal: self.init(.badData, refusal.answer.text)
    case let fault as AccountFault: self.init(.badData, fault.words)
    case let fault as PeopleFault: self.init(.badData, fault.words)
    case let error as StoreError: self.init(error.status, error.words)
    case let error as TLSSetupError: self.init(.badConfiguration, error.words)
    case SelfSignedCertificate.Failure.file(let error): self.init(.inputOutput, error.words)
    case let error as SocketError: self.init(.unavailable, error.words)
    default: self.init(.unavailable, "\(error)")
    }
  }
}

extension StoreError {
  fileprivate var status: ExitStatus {
    switch kind {
    case .denied, .readOnly: .notPermitted
    case .busy: .unavailable
    case .notAStore, .missing, .newerThanProgram, .migrationDiffers: .badConfiguration
    case .corrupt, .full, .inputOutput, .transactionLost: .inputOutput
    case .constraint, .unexpectedNull, .misuse, .other: .badData
    }
  }
}

extension AccountFault {
  fileprivate var words: String {
    switch self {
    case .unknownOrganization(let id):
      "Không có tổ chức “\(id)”. Nạp kế hoạch của tổ chức đó trước: thidua campaign load TỆP"
    case .nameTaken(let name): "Tên đăng nhập “\(name)” đã có người dùng."
    case .unknownAccount(let name): "Không có tài khoản “\(name)”."
    case .severalPeople(let name, let count):
      "Có \(count) người tên “\(name)”. Xin nói rõ đơn vị bằng --unit."
    }
  }
}

extension PeopleFault {
  fileprivate var words: String {
    switch self {
    case .unknownOrganization(let id):
      "Không có tổ chức “\(id)”. Nạp kế hoạch của tổ chức đó trước: thidua campaign load TỆP"
    case .usernameTaken(let line, let name):
      "Dòng \(line): tên đăng nhập “\(name)” đã có người khác dùng. Chưa ghi gì."
    }
  }
}
