import Glibc
import Synchronization

/// Ends what a test process leaves behind when it dies: a small shell that reads the pids of
/// servers and the names of temporary folders, and clears up what is left when its input ends.
final class Guardian: Sendable {
  static let shared = Guardian()

  private let input: Mutex<Int32>

  private static let script = """
    while read -r word value; do
      case "$word" in
        watch) pids="$pids $value" ;;
        forget) kept=; for pid in $pids; do [ "$pid" = "$value" ] || kept="$kept $pid"; done; pids=$kept ;;
        folder) folders="$folders $value" ;;
        gone) kept=; for one in $folders; do [ "$one" = "$value" ] || kept="$kept $one"; done; folders=$kept ;;
      esac
    done
    for pid in $pids; do kill -KILL "$pid"; done
    for folder in $folders; do rm -rf "$folder"; done
    """

  private init() {
    var ends: [Int32] = [-1, -1]
    _ = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    // Not held up by, and not holding up, whoever reads the output of the tests.
    for number in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_WRONLY, 0)
    }
    var words = CStrings(["sh", "-c", Guardian.script])
    defer { words.free() }
    // A process group of its own: an interrupt at the terminal is for the tests.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var pid: pid_t = 0
    posix_spawn(&pid, "/bin/sh", &actions, &attributes, &words.pointers, environ)
    posix_spawnattr_destroy(&attributes)
    posix_spawn_file_actions_destroy(&actions)
    close(ends[1])
    input = Mutex(ends[0])
  }

  func watch(_ pid: pid_t) { tell("watch \(pid)") }
  func forget(_ pid: pid_t) { tell("forget \(pid)") }
  func watch(folder: String) { tell("folder \(folder)") }
  func forget(folder: String) { tell("gone \(folder)") }

  private func tell(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    input.withLock { input in
      _ = bytes.withUnsafeBytes {
        send(input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
    }
  }
}
