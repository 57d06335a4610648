#include "domain/proposal.h"

namespace parvis {

EntityDescription Proposal::description()
{
    using P = Proposal;
    return {kind,
            {field<&P::cause>("cause", Merge::Fixed), field<&P::targetKind>("target_kind", Merge::Fixed),
             field<&P::target>("target", Merge::Fixed), field<&P::verb>("verb", Merge::Fixed),
             field<&P::wanted>("wanted", Merge::Fixed, Purpose::Handling),
             field<&P::found>("found", Merge::Fixed, Purpose::Handling), field<&P::reason>("reason", Merge::Fixed),
             field<&P::author>("author", Merge::Fixed, Purpose::Accountability), field<&P::device>("device", Merge::Fixed),
             field<&P::n>("n", Merge::Fixed), field<&P::at>("at", Merge::Fixed),
             field<&P::state>("state", Merge::CompareAndSet)}};
}

} // namespace parvis
