# What deploy/run and deploy/test share; to be sourced. Sets `root` and works there; `caller` is where
# the person was.

caller=$PWD
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
script=deploy/$(basename "$0")

# Swift and the chat client keep files of their own there; some containers start without it.
if [[ -z ${HOME:-} ]]; then
  HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
  export HOME=${HOME:-$root/.build/home}
fi

# One line for each step.
step() { printf '%s: %s\n' "$script" "$*"; }

# The first thing that is missing ends it, with the words for what to do.
stop() {
  printf '%s: DỪNG: %s\n' "$script" "$*" >&2
  exit 1
}

# Package.swift needs this version of the tools.
readonly swift_needed=6.2

need_swift() {
  command -v swift >/dev/null ||
    stop "không thấy lệnh swift. Cài Swift $swift_needed trở lên từ https://www.swift.org/install/linux/ rồi chạy lại."
  local version
  version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+(\.[0-9]+)*).*/\1/p' | head -n 1)
  [[ -n $version ]] || stop "lệnh swift có nhưng không chạy được: $(swift --version 2>&1 | head -n 1)"
  [[ $(printf '%s\n' "$swift_needed" "$version" | sort -V | head -n 1) == "$swift_needed" ]] ||
    stop "Swift $version cũ quá, cần từ $swift_needed: https://www.swift.org/install/linux/"
  command -v git >/dev/null || stop "không thấy lệnh git, Swift cần nó để lấy các gói: apt-get install git"
  step "có Swift $version"
}

# libpq-dev is for the PostgreSQL driver, which may come without a change to this list.
readonly packages=(libssl-dev libsqlite3-dev libpq-dev pkg-config)

# Those, and what is named besides.
need_packages() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    stop "cần Debian hoặc Ubuntu (apt-get). Hệ khác: cài tệp phát triển của OpenSSL 3, SQLite 3, libpq và pkg-config, rồi chạy swift build."
  local package missing=() wanted=("${packages[@]}" "$@")
  for package in "${wanted[@]}"; do is_installed "$package" || missing+=("$package"); done
  if ((${#missing[@]} == 0)); then
    step "đủ gói hệ thống: ${wanted[*]}"
    return
  fi
  ((EUID == 0)) || command -v sudo >/dev/null ||
    stop "thiếu gói hệ thống và không có sudo; nhờ người quản trị chạy: apt-get install ${missing[*]}"
  step "cài gói hệ thống còn thiếu: ${missing[*]}"
  as_root apt-get update -q >/dev/null || stop "apt-get update không chạy được; xem lỗi ở trên."
  as_root apt-get install -q -y --no-install-recommends "${missing[@]}" >/dev/null ||
    stop "không cài được ${missing[*]}; xem lỗi ở trên."
}

is_installed() {
  [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

as_root() {
  if ((EUID == 0)); then
    DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}
