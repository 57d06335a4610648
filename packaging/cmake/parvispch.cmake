# One precompiled header per set of Qt parts, shared by all targets that use that set.

set(parvis_pch_core
    <QtCore/QByteArray> <QtCore/QDateTime> <QtCore/QFuture> <QtCore/QHash> <QtCore/QJsonArray> <QtCore/QJsonDocument>
    <QtCore/QJsonObject> <QtCore/QList> <QtCore/QLoggingCategory> <QtCore/QMap> <QtCore/QObject> <QtCore/QSet>
    <QtCore/QString> <QtCore/QStringList> <QtCore/QTimer> <QtCore/QUuid> <QtCore/QVariant>
    <algorithm> <chrono> <functional> <map> <memory> <optional> <string> <utility> <variant> <vector>)
set(parvis_pch_widgets ${parvis_pch_core}
    <QtGui/QAction> <QtGui/QIcon> <QtGui/QKeyEvent> <QtGui/QPainter> <QtWidgets/QApplication> <QtWidgets/QBoxLayout>
    <QtWidgets/QLabel> <QtWidgets/QLineEdit> <QtWidgets/QPushButton> <QtWidgets/QTableView> <QtWidgets/QWidget>)

function(parvis_make_pch name face)
    set(stub ${PROJECT_BINARY_DIR}/pch/${name}.cpp)
    file(CONFIGURE OUTPUT ${stub} CONTENT "// carries the precompiled header\n")
    add_library(${name} OBJECT ${stub})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    target_link_libraries(${name} PRIVATE Qt6::Core)
    set(headers ${parvis_pch_core})
    if(face EQUAL 2)
        target_link_libraries(${name} PRIVATE Qt6::Widgets)
        set(headers ${parvis_pch_widgets})
    endif()
    if(name MATCHES "_test$")
        target_link_libraries(${name} PRIVATE Qt6::Test)
        list(APPEND headers <QtTest/QSignalSpy> <QtTest/QTest>)
    endif()
    target_precompile_headers(${name} PRIVATE ${headers})
endfunction()

# <face> as of parvis_face(). Gui without Widgets is rare and goes without.
function(parvis_use_pch target face)
    if(NOT PARVIS_PCH OR face EQUAL 1)
        return()
    endif()
    set(pch parvis_pch_${face})
    if(ARGV2 STREQUAL "TEST")
        string(APPEND pch _test)
    endif()
    if(NOT TARGET ${pch})
        parvis_make_pch(${pch} ${face})
    endif()
    target_precompile_headers(${target} REUSE_FROM ${pch})
endfunction()
