#pragma once
#if __has_include(<yaml.h>)
#include <yaml.h>
#else
#error "planlint needs libyaml: run `apt-get install libyaml-dev` and build again"
#endif
