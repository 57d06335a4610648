#include "sampleright/sampleright.h"

#include "samplestore/samplestore.h"

namespace parvis {

int sampleright()
{
    return samplestore() + 2;
}

} // namespace parvis
