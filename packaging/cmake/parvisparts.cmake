# The foreign parts, found once here; modules name them in LINK and QT.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Concurrent DBus Gui LinguistTools Multimedia Network Pdf PdfWidgets Positioning PrintSupport Sql Svg Test Widgets)
# Qt Test's definitions of the test's own folder would differ from the precompiled header's, which all tests share.
get_target_property(definitions Qt6::Test INTERFACE_COMPILE_DEFINITIONS)
list(FILTER definitions EXCLUDE REGEX "QT_TESTCASE_(BUILD|SOURCE)DIR")
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS "${definitions}")
# Likewise QT_NETWORK_LIB, which QtTest's headers ask for: only printers of network types depend on it.
get_target_property(definitions Qt6::Network INTERFACE_COMPILE_DEFINITIONS)
list(REMOVE_ITEM definitions QT_NETWORK_LIB)
set_target_properties(Qt6::Network PROPERTIES INTERFACE_COMPILE_DEFINITIONS "${definitions}")
# Only the map's plugin needs them; see modules/ui_map/webview.
find_package(Qt6 6.4 QUIET COMPONENTS WebChannel WebEngineCore WebEngineWidgets)
find_package(Qt6Keychain REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(rapidcheck REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sqlcipher REQUIRED IMPORTED_TARGET sqlcipher>=3.46)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(curl REQUIRED IMPORTED_TARGET libcurl>=7.85)
pkg_check_modules(gmime REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(hunspell REQUIRED IMPORTED_TARGET hunspell)
pkg_check_modules(geographic REQUIRED IMPORTED_TARGET geographiclib)

# Qt's own SQLite plugin must find SQLCipher's sqlite3_* symbols first, so the library stays linked even where no
# object of ours mentions them.
add_library(parvis_sqlcipher INTERFACE)
add_library(parvis::sqlcipher ALIAS parvis_sqlcipher)
target_compile_definitions(parvis_sqlcipher INTERFACE SQLITE_HAS_CODEC)
target_include_directories(parvis_sqlcipher SYSTEM INTERFACE ${sqlcipher_INCLUDE_DIRS})
target_link_libraries(parvis_sqlcipher
    INTERFACE -Wl,--push-state,--no-as-needed ${sqlcipher_LINK_LIBRARIES} -Wl,--pop-state)

add_library(parvis::sodium ALIAS PkgConfig::sodium)
add_library(parvis::curl ALIAS PkgConfig::curl)
add_library(parvis::hunspell ALIAS PkgConfig::hunspell)
add_library(parvis::geographic ALIAS PkgConfig::geographic)

# Without the definitions that GLib asks for on 32 bits: they would part it from the precompiled header.
add_library(parvis_gmime INTERFACE)
add_library(parvis::gmime ALIAS parvis_gmime)
target_include_directories(parvis_gmime SYSTEM INTERFACE ${gmime_INCLUDE_DIRS})
target_link_libraries(parvis_gmime INTERFACE ${gmime_LINK_LIBRARIES})

add_library(parvis_boost INTERFACE)
add_library(parvis::boost ALIAS parvis_boost)
target_link_libraries(parvis_boost INTERFACE Boost::headers Threads::Threads)

add_library(parvis_rapidcheck INTERFACE)
add_library(parvis::rapidcheck ALIAS parvis_rapidcheck)
target_link_libraries(parvis_rapidcheck INTERFACE rapidcheck)

add_library(parvis_openssl INTERFACE)
add_library(parvis::openssl ALIAS parvis_openssl)
target_link_libraries(parvis_openssl INTERFACE OpenSSL::SSL OpenSSL::Crypto)

add_library(parvis_zlib INTERFACE)
add_library(parvis::zlib ALIAS parvis_zlib)
target_link_libraries(parvis_zlib INTERFACE ZLIB::ZLIB)

add_library(parvis_keychain INTERFACE)
add_library(parvis::keychain ALIAS parvis_keychain)
target_link_libraries(parvis_keychain INTERFACE Qt6Keychain::Qt6Keychain)

# Snowball's stemmers ship no package description.
find_path(stemmer_headers libstemmer.h REQUIRED)
find_library(stemmer_library stemmer REQUIRED)
add_library(parvis_stemmer INTERFACE)
add_library(parvis::stemmer ALIAS parvis_stemmer)
target_include_directories(parvis_stemmer SYSTEM INTERFACE ${stemmer_headers})
target_link_libraries(parvis_stemmer INTERFACE ${stemmer_library})

# Mustache templates: one header, without a package description.
find_path(mustache_headers kainjow/mustache.hpp REQUIRED)
add_library(parvis_mustache INTERFACE)
add_library(parvis::mustache ALIAS parvis_mustache)
target_include_directories(parvis_mustache SYSTEM INTERFACE ${mustache_headers})
