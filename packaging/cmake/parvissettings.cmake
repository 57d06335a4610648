# What every target is compiled and linked with.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOUIC ON)
set(CMAKE_AUTORCC ON)
set_property(GLOBAL PROPERTY AUTOGEN_SOURCE_GROUP generated)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

option(PARVIS_PCH "Precompile the Qt and standard headers" ON)
option(PARVIS_ASSERTS "Keep Q_ASSERT in optimised builds" OFF)
set(PARVIS_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them")

add_compile_options(-Wall -Wextra -Wpedantic -Werror)
# One PIC mode everywhere, so that libraries and programs can share precompiled headers.
add_compile_options(-fPIC)
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_KEYWORDS)
add_compile_definitions(PARVIS_VERSION="${PROJECT_VERSION}")
if(PARVIS_ASSERTS)
    add_compile_definitions(QT_FORCE_ASSERTS)
endif()
if(PARVIS_SANITIZE)
    add_compile_options(-fsanitize=${PARVIS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${PARVIS_SANITIZE})
endif()

find_program(parvis_mold mold)
if(parvis_mold)
    add_link_options(-fuse-ld=mold)
endif()

find_program(parvis_ccache ccache)
if(parvis_ccache AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # base_dir and hash_dir let clones anywhere share their objects: only paths inside the project are made relative, since
    # those outside are the same for all of them. The sloppiness is what ccache needs for precompiled headers.
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${parvis_ccache})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
    endif()
endif()
