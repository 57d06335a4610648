#!/usr/bin/env bash
# Installs what Parvis needs to be built, tested and run on Debian 12, and only what is missing. Run it as often as you
# like. Needs root or sudo when something is missing.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

build_packages=(
    g++ cmake ninja-build ccache mold pkg-config git
    qt6-base-dev qt6-base-private-dev qt6-svg-dev qt6-pdf-dev qt6-positioning-dev libqt6positioning6-plugins qt6-multimedia-dev qt6-webchannel-dev qt6-webengine-dev gstreamer1.0-plugins-good qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libqt6sql6-sqlite qt6-qpa-plugins
    libboost1.81-dev libssl-dev libsodium-dev qtkeychain-qt6-dev libstemmer-dev
    libcurl4-openssl-dev libgmime-3.0-dev libkainjow-mustache-dev libhunspell-dev hunspell-fr libgeographiclib-dev zlib1g-dev
)
test_packages=(
    librapidcheck-dev clang clang-tidy clang-format libclang-rt-14-dev shellcheck
    xvfb xauth x11-utils trayer imagemagick poppler-utils qpdf sqlite3 dbus gnome-keyring
    python3-aiosmtpd dovecot-imapd fonts-dejavu-core fonts-noto-core libgl1-mesa-dri libegl1
)
# SQLCipher in Debian 12 itself is 3.4.1, which lacks FTS5.
backports_packages=(libsqlcipher-dev)
sqlcipher_minimum=4.6

say() { printf 'setup: %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this needs root and there is no sudo: $*"
    fi
}

installed_version() {
    { dpkg-query -W -f '${db:Status-Abbrev} ${Version}\n' "$1" 2>/dev/null || true; } | awk '$1 == "ii" { print $2 }'
}

missing_of() {
    local package
    for package in "$@"; do
        [ -n "$(installed_version "$package")" ] || printf '%s\n' "$package"
    done
}

# The machine's own Debian source for the codename, as a deb822 stanza for the backports suite: same mirror, same key.
backports_stanza() {
    local codename=$1
    find /etc/apt/sources.list.d -maxdepth 1 -name '*.sources' -exec cat {} + 2>/dev/null | awk -v codename="$codename" '
        function finish(  i, n, suites) {
            n = split(suite, suites, /[ \t]+/)
            if (types ~ /(^| )deb( |$)/ && (" " components " ") ~ / main / && enabled !~ /no/)
                for (i = 1; i <= n; ++i)
                    if (suites[i] == codename) {
                        printf "Types: deb\nURIs: %s\nSuites: %s-backports\nComponents: main\n%s", uris, codename, key
                        exit
                    }
            types = uris = suite = components = key = enabled = ""; inKey = 0
        }
        /^#/ { next }
        /^[ \t]*$/ { finish(); next }
        /^[ \t]/ { if (inKey) key = key $0 "\n"; next }
        {
            field = tolower($1); value = $0; sub(/^[^:]*:[ \t]*/, "", value); inKey = 0
            if (field == "types:") types = value
            else if (field == "uris:") uris = value
            else if (field == "suites:") suite = value
            else if (field == "components:") components = value
            else if (field == "enabled:") enabled = value
            else if (field == "signed-by:") { key = $0 "\n"; inKey = 1 }
        }
        END { finish() }'
}

# The same from a one-line source.
backports_line() {
    local codename=$1
    { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null || true; } | awk -v codename="$codename" '
        $1 == "deb" {
            options = ""; i = 2
            if ($2 ~ /^\[/) {
                while ($i !~ /\]$/) options = options $(i++) " "
                options = options $(i++) " "
            }
            if ($(i + 1) == codename && $0 ~ / main( |$)/) {
                print "deb " options $i " " codename "-backports main"
                exit
            }
        }'
}

backports_known() {
    # shellcheck disable=SC2016 # apt expands it
    apt-get indextargets --format '$(RELEASE)' 'Identifier: Packages' | grep -x "$1-backports" >/dev/null
}

add_backports() {
    local codename=$1 stanza line
    stanza=$(backports_stanza "$codename")
    line=$(backports_line "$codename")
    if [ -n "$stanza" ]; then
        printf '%s\n' "$stanza" | as_root tee /etc/apt/sources.list.d/parvis-backports.sources >/dev/null
    elif [ -n "$line" ]; then
        printf '%s\n' "$line" | as_root tee /etc/apt/sources.list.d/parvis-backports.list >/dev/null
    else
        die "found no Debian source for $codename to derive $codename-backports from"
    fi
    say "added $codename-backports from this machine's own sources"
}

install_packages() {
    local codename missing cipher
    # shellcheck source=/dev/null
    codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    mapfile -t missing < <(missing_of "${build_packages[@]}" "${test_packages[@]}")
    command -v npm >/dev/null || missing+=(nodejs npm)
    cipher=$(installed_version libsqlcipher-dev)
    if [ -n "$cipher" ] && dpkg --compare-versions "$cipher" ge "$sqlcipher_minimum"; then
        backports_packages=()
    fi
    if [ ${#missing[@]} -eq 0 ] && [ ${#backports_packages[@]} -eq 0 ]; then
        say "all packages are there"
        return
    fi
    [ "$codename" = bookworm ] || die "this script knows Debian 12 (bookworm), and this is '${codename:-unknown}'"
    if [ ${#backports_packages[@]} -ne 0 ] && ! backports_known "$codename"; then
        add_backports "$codename"
    fi
    as_root apt-get update -q
    if [ ${#missing[@]} -ne 0 ]; then
        say "installing ${missing[*]}"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
    fi
    if [ ${#backports_packages[@]} -ne 0 ]; then
        say "installing ${backports_packages[*]} from $codename-backports"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
            -t "$codename-backports" "${backports_packages[@]}"
    fi
}

install_assets() {
    if [ resources/node_modules/.package-lock.json -nt resources/package-lock.json ]; then
        say "the icons and the map are there"
        return
    fi
    say "fetching the icons and the map"
    (cd resources && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json)
}

install_packages
install_assets
