#include "samplestore/samplestore.h"

namespace parvis {

int samplestore()
{
    return 1;
}

} // namespace parvis
