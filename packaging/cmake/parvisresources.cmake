# parvis_translations: translations/*.ts, compiled to :/i18n/<name>.qm. The target update_translations reads the sources anew;
# the test translations_complete fails when that finds a text without a translation.
# parvis_icons: the Lucide icons named in resources/icons.txt, as :/icons/<name>.svg.

set(lucide ${PROJECT_SOURCE_DIR}/resources/node_modules/lucide-static/icons)
set(list ${PROJECT_SOURCE_DIR}/resources/icons.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
if(EXISTS ${lucide})
    file(STRINGS ${list} names REGEX "^[a-z0-9-]+$")
    list(REMOVE_DUPLICATES names)
    set(files "")
    foreach(name IN LISTS names)
        if(NOT EXISTS ${lucide}/${name}.svg)
            message(FATAL_ERROR "resources/icons.txt: Lucide has no icon named ${name}")
        endif()
        set_source_files_properties(${lucide}/${name}.svg PROPERTIES QT_RESOURCE_ALIAS ${name}.svg)
        list(APPEND files ${lucide}/${name}.svg)
    endforeach()
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/resources/icons.cpp CONTENT "// carries the icons\n")
    add_library(parvis_icons STATIC ${PROJECT_BINARY_DIR}/resources/icons.cpp)
    target_link_libraries(parvis_icons PUBLIC Qt6::Core)
    qt_add_resources(parvis_icons parvis_icons PREFIX /icons FILES ${files} OUTPUT_TARGETS made)
    set_target_properties(parvis_icons ${made} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
elseif(PARVIS_PARTIAL)
    message(WARNING "The icons are left out: packaging/setup.sh fetches them")
    add_library(parvis_icons INTERFACE)
else()
    message(FATAL_ERROR "The icons are missing: run packaging/setup.sh")
endif()

file(GLOB ts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/translations/*.ts)
set(qms "")
foreach(file IN LISTS ts)
    get_filename_component(name ${file} NAME_WE)
    set(qm ${PROJECT_BINARY_DIR}/translations/${name}.qm)
    add_custom_command(OUTPUT ${qm} DEPENDS ${file} VERBATIM
        COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/translations
        COMMAND Qt6::lrelease -silent ${file} -qm ${qm})
    set_source_files_properties(${qm} PROPERTIES QT_RESOURCE_ALIAS ${name}.qm)
    list(APPEND qms ${qm})
endforeach()
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/resources/translations.cpp CONTENT "// carries the translations\n")
add_library(parvis_translations STATIC ${PROJECT_BINARY_DIR}/resources/translations.cpp)
target_link_libraries(parvis_translations PUBLIC Qt6::Core)
qt_add_resources(parvis_translations parvis_translations PREFIX /i18n FILES ${qms} OUTPUT_TARGETS made)
set_target_properties(parvis_translations ${made} PROPERTIES AUTOMOC OFF AUTOUIC OFF)

set(lupdate ${CMAKE_COMMAND} -DLUPDATE=$<TARGET_FILE:Qt6::lupdate> -DSOURCE=${PROJECT_SOURCE_DIR})
add_custom_target(update_translations VERBATIM
    COMMAND ${lupdate} -P ${CMAKE_CURRENT_LIST_DIR}/updatetranslations.cmake)
add_test(NAME translations_complete
    COMMAND ${lupdate} -DCHECK=${PROJECT_BINARY_DIR}/translations/check -P ${CMAKE_CURRENT_LIST_DIR}/updatetranslations.cmake)
set_tests_properties(translations_complete PROPERTIES LABELS "unit;build" TIMEOUT 120)
