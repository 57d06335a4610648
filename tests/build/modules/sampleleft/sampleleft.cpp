#include "sampleleft/sampleleft.h"

#include "samplestore/samplestore.h"

namespace parvis {

int sampleleft()
{
    return samplestore() + 1;
}

} // namespace parvis
