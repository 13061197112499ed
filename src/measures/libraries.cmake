# No library here: the recipe of a chart names the version of the statistics.
target_compile_definitions(${name} PRIVATE PRIMUM_VERSION="${PROJECT_VERSION}")
