#!/usr/bin/env bash
# Every C++ file reads as .clang-format says.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mapfile -t files < <(git ls-files 'app/*.cpp' 'app/*.h' 'modules/*.cpp' 'modules/*.h' 'tests/*.cpp' 'tests/*.h')
[ ${#files[@]} -eq 0 ] || clang-format --dry-run -Werror "${files[@]}"
