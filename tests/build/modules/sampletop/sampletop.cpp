#include "sampletop/sampletop.h"

#include "sampleleft/sampleleft.h"
#include "sampleright/sampleright.h"

namespace parvis {

int sampletop()
{
    return sampleleft() + sampleright();
}

} // namespace parvis
