import ChatServer
import Glibc
import SecureSockets

/// The server's certificate in the data folder; a self-signed one is made where there is none.
enum CertificateFiles {
  private static let tenYears: Int64 = 3650 * 86_400

  static func prepare(
    in data: String, for host: String, _ installation: Installation
  ) throws -> ServerFiles {
    let files = ServerFiles(
      certificate: data + "/certificate.pem", privateKey: data + "/key.pem",
      intents: installation.intents,
      memory: LearnedFile.memory(of: installation.intents))
    if !InputFile.exists(files.certificate) && !InputFile.exists(files.privateKey) {
      // Real time on purpose: clients judge validity by their own clock, not by `--now`.
      let now = Int64(time(nil))
      let names =
        ["localhost", "127.0.0.1", "::1"] + (host == "0.0.0.0" || host == "::" ? [] : [host])
      try SelfSignedCertificate(
        commonName: "Thi đua", names: Array(Set(names)).sorted(), validFrom: now - 3600,
        validUntil: now + tenYears
      ).write(certificateFile: files.certificate, keyFile: files.privateKey)
      Console.note("đã tạo chứng thư tự ký: \(files.certificate)")
    }
    return files
  }
}
