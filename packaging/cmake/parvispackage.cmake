# Where the files beside the programs go, and the .deb: cpack --config build/release/CPackConfig.cmake
include(GNUInstallDirs)

set(files ${PROJECT_SOURCE_DIR}/packaging)
install(FILES ${files}/fr.parvis.Parvis.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${files}/fr.parvis.Parvis.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${files}/fr.parvis.Parvis.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${files}/parvis-server.service DESTINATION lib/systemd/system)
install(DIRECTORY ${files}/mappings DESTINATION ${CMAKE_INSTALL_DATADIR}/parvis)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/parvis RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Parvis")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so that no shared-library dependency names them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-qpa-plugins, libqt6svg6, hunspell-fr")
include(CPack)
