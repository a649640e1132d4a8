// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.Trait;
import io.github.resilienthttp.contract.TraitsContract;
import java.util.EnumSet;
import java.util.Set;

class Http2TraitsContractTest extends TraitsContract {
    @Override
    protected AdapterKind adapter() {
        return Http2Adapter.ONLY;
    }

    @Override
    protected Set<Trait> knownToLack() {
        return EnumSet.of(
                Trait.INTERRUPT,
                Trait.INTERRUPTS_ATTEMPTS,
                Trait.HTTP_1,
                Trait.TELLS_SHORT_STATUS_LINES,
                Trait.KEEPS_CONNECTIONS,
                Trait.DROPS_CONNECTIONS,
                Trait.POOL_OF_ONE,
                Trait.CUTS_LEASE,
                Trait.LATE_SERVER);
    }
}
