#pragma once

namespace parvis {

//! Stands for a module in the tests of the build.
[[nodiscard]] int sampleright();

} // namespace parvis
