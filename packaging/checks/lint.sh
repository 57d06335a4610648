#!/usr/bin/env bash
# clang-tidy over the files of ours in a build directory. With PARVIS_LINT_SINCE=<commit>, only over those changed since.
# PARVIS_LINT_FOLDERS chooses the files. Left out are httpserver.cpp and httpconnection.cpp: the analyzer of clang 14 does not
# follow coroutines and reports Boost's own headers there. It stops starting new files after PARVIS_LINT_MINUTES (default 25; the
# build server has 90 in all), starting each time with the newest, and says so.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=${1:?usage: lint.sh BUILD_DIR}
folders=${PARVIS_LINT_FOLDERS-app/*.cpp modules/*.cpp :!modules/hub_http/http*.cpp}
budget=$(( ${PARVIS_LINT_MINUTES:-25} * 60 ))

# clang cannot read GCC's precompiled headers, and has no -fpch-preprocess of GCC's kind.
database=$(mktemp -d)
trap 'rm -rf "$database"' EXIT
sed -E 's# -Winvalid-pch -include [^ ]*cmake_pch.hxx##; s# -fpch-preprocess##' \
    "$build/compile_commands.json" >"$database/compile_commands.json"

list() {
    if [ -n "${PARVIS_LINT_SINCE:-}" ]; then
        # shellcheck disable=SC2086 # several folders
        git diff --name-only --diff-filter=d "$PARVIS_LINT_SINCE" -- $folders
    else
        # shellcheck disable=SC2086 # several folders
        git ls-files -- $folders
    fi | while read -r file; do
        if grep -qF "\"$PWD/$file\"" "$database/compile_commands.json"; then
            printf '%s %s\n' "$(git log -1 --format=%ct -- "$file")" "$file"
        fi
    done | sort -rn | cut -d' ' -f2-
}

mapfile -t files < <(list)
log=$database/log
one() {
    if [ "$(date +%s)" -ge "$2" ]; then
        echo "$3" >>"$1.left"
    elif ! clang-tidy -quiet -p "${1%/log}" "$3" >"$1.$$" 2>/dev/null; then
        cat "$1.$$"
        echo "$3" >>"$1.failed"
    fi
}
export -f one
end=$(( $(date +%s) + budget ))
# shellcheck disable=SC2016 # the inner shell expands it
printf '%s\0' "${files[@]}" | xargs -0 -r -n1 -P "$(nproc)" bash -c 'one "$0" "$1" "$2"' "$log" "$end"
if [ -e "$log.left" ]; then
    echo "lint: out of time, $(wc -l <"$log.left") of ${#files[@]} files not looked at"
fi
if [ -e "$log.failed" ]; then
    echo "lint: $(wc -l <"$log.failed") of ${#files[@]} files fail"
    exit 1
fi
echo "lint: ${#files[@]} files"
