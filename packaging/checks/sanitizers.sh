#!/usr/bin/env bash
# The unit tests of what desk and hub stand on (rules, stores, sync), under the address and undefined-behaviour sanitizers.
# PARVIS_MODULES in the environment chooses other modules ("" for all): the build server has 90 minutes in all.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
modules=${PARVIS_MODULES-base;sqlite;domain;protocol;geo;wording;store;hub;hub_sqlite;sync}
cmake --preset asan -DPARVIS_MODULES="$modules" -DPARVIS_PARTIAL=ON
cmake --build --preset asan -j "$(nproc)"
ctest --preset asan -j "$(nproc)" -L unit -E headers_compile_alone
