# The layers of the house: a module may use lower layers only, never its own. Needs no target, so that a script can
# test it.

# Sets <out> to the dependencies that do not exist; refuses those that do not point down.
function(parvis_declare_layer out name layer)
    set(missing "")
    foreach(dep IN LISTS ARGN)
        get_property(depLayer GLOBAL PROPERTY parvis_layer_${dep})
        if("${depLayer}" STREQUAL "")
            list(APPEND missing ${dep})
        elseif(NOT depLayer LESS layer)
            message(FATAL_ERROR "${name} (layer ${layer}) may not use ${dep} (layer ${depLayer})")
        endif()
    endforeach()
    if(NOT missing)
        set_property(GLOBAL PROPERTY parvis_layer_${name} ${layer})
    endif()
    set(${out} "${missing}" PARENT_SCOPE)
endfunction()
