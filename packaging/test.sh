#!/usr/bin/env bash
# Sets up, builds and runs every test. Arguments go to ctest: packaging/test.sh -R tst_workingcalendar, -L unit, …
# PARVIS_PRESET chooses another preset, PARVIS_JOBS the number of jobs.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=${PARVIS_PRESET:-dev}
jobs=${PARVIS_JOBS:-$(nproc)}

packaging/setup.sh
cmake --preset "$preset" -DPARVIS_PARTIAL=OFF
cmake --build --preset "$preset" -j "$jobs"
ctest --preset "$preset" -j "$jobs" --no-tests=error "$@"
