#!/usr/bin/env bash
# Every C++ file reads as .clang-format says, and includes its own header first: so lint.sh sees that the header compiles alone.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mapfile -t files < <(git ls-files 'app/*.cpp' 'app/*.h' 'modules/*.cpp' 'modules/*.h' 'tests/*.cpp' 'tests/*.h')
[ ${#files[@]} -eq 0 ] || clang-format --dry-run -Werror "${files[@]}"

failed=0
for file in "${files[@]}"; do
    header=${file%.cpp}.h
    [[ $file == *.cpp && -f $header ]] || continue
    if [[ $(grep -m1 '^#include' "$file") != *"${header##*/}\"" ]]; then
        echo "$file: ${header##*/} is not its first include"
        failed=1
    fi
done
exit "$failed"
