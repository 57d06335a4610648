#!/usr/bin/env bash
# Shell scripts and the files that desktops and service managers read.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shellcheck .ci/run packaging/*.sh packaging/checks/*.sh
if command -v desktop-file-validate >/dev/null; then
    desktop-file-validate packaging/*.desktop
fi
if command -v appstreamcli >/dev/null; then
    appstreamcli validate --no-net --no-color packaging/*.metainfo.xml
fi
