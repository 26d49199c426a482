# SPDX-License-Identifier: GPL-3.0-or-later
# One library per folder: the linker then holds the dependency table of docs/architecture.md.

# liaison_library(NAME SOURCES file.cpp ... LINKS target ...)
function(liaison_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE liaison_warnings)
endfunction()

# Lets a library carry faults that tests choose at run time, in builds that are not shipped.
function(liaison_plants name)
    target_compile_definitions(${name} PRIVATE $<$<NOT:$<CONFIG:Release>>:LIAISON_PLANT>)
endfunction()

# The warnings every line of ours is held to; generated code and foreign headers are not.
add_library(liaison_warnings INTERFACE)
target_compile_options(liaison_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Werror)
