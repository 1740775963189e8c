// swift-tools-version: 6.2
// The map of the house: targets stand from the ground up, every dependency points down.
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], also more: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings + more)
}

/// Rooms that compile thousands of sentences at every start: without the optimizer a debug server
/// would need seconds before it listens, and the end-to-end tests start dozens.
let optimizedInDebug: [SwiftSetting] = [
  .unsafeFlags(["-O"], .when(configuration: .debug))
]

func tests(of name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    swiftSettings: settings)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "thi-dua",
  products: [.executable(name: "thidua", targets: ["thidua"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Module maps over the system's C libraries.
    .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLinux"),

    // Ground: the calendar that language and rules share.
    room("CivilTime"),

    // Floor 0: language, rules, bytes. Pure values; `now` is a parameter.
    room("Vietnamese", ["CivilTime"], also: optimizedInDebug),
    room("Campaigns", ["CivilTime"]),
    room("Wire"),
    room("Reports", ["CivilTime"]),

    // Floor 1: one craft each; they know the floors below, never each other.
    room("Understanding", ["CivilTime", "Vietnamese", "Wire", yams], also: optimizedInDebug),
    room("CampaignStore", ["CivilTime", "Campaigns", "Wire"]),
    room("CampaignReading", ["CivilTime", "Campaigns", "Vietnamese", yams]),
    room("Replies", ["CivilTime", "Campaigns", "Vietnamese", "Wire", "Reports"]),
    room("SecureSockets", ["COpenSSL", "CLinux"]),
    room("Mail", ["CivilTime", "Wire"]),

    // Floor 2: what the office does.
    room(
      "Actions",
      ["CivilTime", "Campaigns", "CampaignStore", "Mail", "SecureSockets", "Vietnamese"]),
    room("Conversation", ["CivilTime", "Campaigns", "Understanding", "Vietnamese"]),
    room("Reminders", ["CivilTime", "Campaigns", "CampaignStore"]),
    room("StoreOnSQLite", ["CSQLite", "CampaignStore"]),
    room("MailDelivery", ["Mail", "SecureSockets"]),
    // Files of utterances, noise, and how well messages are understood.
    room("UnderstandingTrials", ["CivilTime", "Vietnamese", "Understanding", yams]),

    // Floor 3: the two ends of the wire.
    room(
      "ChatServer",
      [
        "CivilTime", "Campaigns", "CLinux", "Wire", "Understanding", "CampaignStore",
        "CampaignReading", "Replies", "SecureSockets", "Actions", "Conversation", "Reminders",
        "Mail", "MailDelivery",
      ]),
    room("ChatClient", ["Wire", "SecureSockets"]),

    // Floor 4: the command line.
    .executableTarget(
      name: "thidua",
      dependencies: [
        "CivilTime", "Campaigns", "Wire", "Vietnamese", "Understanding", "UnderstandingTrials",
        "CampaignStore", "CampaignReading", "Replies", "SecureSockets", "Actions", "StoreOnSQLite",
        "ChatServer", "ChatClient", "Mail", "MailDelivery", yams,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Workshop: what tests and measurements share. Nothing above knows of it.
    // A small office of made-up people on a real store, for the tests of several rooms.
    .target(
      name: "TestSupport",
      dependencies: [
        "CivilTime", "Campaigns", "CampaignStore", "Actions", "Reminders", "StoreOnSQLite",
        "CampaignReading", "Wire",
      ],
      path: "Tests/TestSupport", swiftSettings: settings),
    // Run by hand: how fast messages are read, how well the utterance files are understood.
    .executableTarget(
      name: "understanding-benchmark",
      dependencies: [
        "CivilTime", "CLinux", "Vietnamese", "Understanding", "UnderstandingTrials",
      ],
      swiftSettings: settings),

    // Tests mirror the rooms.
    tests(of: "CivilTime", []),
    tests(of: "Vietnamese", ["CivilTime"]),
    tests(of: "Campaigns", ["CivilTime", "TestSupport"]),
    tests(of: "Wire", []),
    tests(of: "Understanding", ["CivilTime", "Vietnamese"]),
    tests(of: "UnderstandingTrials", ["Vietnamese", "Understanding"]),
    tests(of: "CampaignStore", ["CivilTime", "Campaigns", "TestSupport"]),
    tests(of: "CampaignReading", ["CivilTime", "Campaigns"]),
    tests(of: "Reports", ["CivilTime", "TestSupport"]),
    tests(of: "SecureSockets", ["CLinux", "COpenSSL"]),
    tests(of: "Mail", ["CivilTime"]),
    tests(of: "StoreOnSQLite", ["CampaignStore"]),
    tests(of: "MailDelivery", ["CivilTime", "Mail", "SecureSockets"]),
    tests(of: "ChatClient", ["Wire", "SecureSockets"]),
    tests(of: "Replies", ["CivilTime", "Campaigns", "Wire", "Actions", "TestSupport"]),
    tests(
      of: "Actions",
      ["CivilTime", "Campaigns", "CampaignStore", "SecureSockets", "TestSupport"]),
    tests(
      of: "Conversation",
      ["CivilTime", "Campaigns", "Understanding", "Vietnamese", "Actions", "TestSupport"]),
    tests(
      of: "Reminders", ["CivilTime", "Campaigns", "CampaignStore", "Actions", "TestSupport"]),
    tests(
      of: "ChatServer",
      [
        "CivilTime", "Campaigns", "CampaignReading", "CampaignStore", "SecureSockets", "Actions",
        "Reminders", "TestSupport", "Wire",
      ]),

    // The built program, spoken to over TLS.
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["thidua", "SecureSockets", "Wire", "CivilTime", "TestSupport"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
