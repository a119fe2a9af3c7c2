# Shared by app/run, tests/run and .ci/run: finds or installs what a Debian 12 machine needs. Sourced, not run.
# shellcheck shell=bash

mesoscope_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Packages of the given lists that are not installed.
mesoscope_missing() {
  local package
  sed 's/#.*//' "$@" | tr -s ' \t' '\n' | sort -u | while read -r package; do
    [ -n "$package" ] || continue
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

# mesoscope_install LIST…: installs what the lists name and the machine lacks.
mesoscope_install() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This set-up knows Debian 12 (bookworm). On this system install the counterparts of:" >&2
    sed 's/#.*//' "$@" | tr -s ' \t\n' ' ' >&2
    echo >&2
    return 1
  fi
  local missing
  missing=$(mesoscope_missing "$@")
  [ -n "$missing" ] || return 0
  local become=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing, and there is no sudo to install them with. As root, run:" >&2
      echo "  apt-get install --no-install-recommends $(echo "$missing" | tr '\n' ' ')" >&2
      return 1
    fi
    become=(sudo)
  fi
  echo "Installing $(echo "$missing" | wc -l) packages …" >&2
  # shellcheck disable=SC2086
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive sh -c '
    apt-get -qq update && apt-get -qq install -y --no-install-recommends "$@" >/dev/null' sh $missing || {
    echo "apt-get could not install them; its own words stand above." >&2
    return 1
  }
}

# mesoscope_build PRESET [TARGET…]: configures once and builds.
mesoscope_build() {
  local preset=$1
  shift
  local build="$mesoscope_root/build/$preset"
  export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros,include_file_mtime,include_file_ctime}
  export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$mesoscope_root} CCACHE_NOHASHDIR=1
  (
    cd "$mesoscope_root" || exit 1
    [ -f "$build/build.ninja" ] || cmake --preset "$preset" >"$build.configure.log" 2>&1 || mesoscope_failed "$build.configure.log" || exit 1
    ninja -C "$build" "$@" >"$build.build.log" 2>&1 || mesoscope_failed "$build.build.log" || exit 1
  )
}

mesoscope_failed() {
  echo "The build failed; the end of $1:" >&2
  grep -E 'error|Error|FAILED' "$1" | head -20 >&2
  tail -n 20 "$1" >&2
  return 1
}
