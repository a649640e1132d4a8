// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.Trait;
import io.github.resilienthttp.contract.TraitsContract;
import java.util.EnumSet;
import java.util.Set;

class AsyncTraitsContractTest extends TraitsContract {
    @Override
    protected AdapterKind adapter() {
        return AsyncAdapter.KIND;
    }

    @Override
    protected Set<Trait> knownToLack() {
        return EnumSet.of(Trait.TELLS_SHORT_STATUS_LINES, Trait.INTERRUPT, Trait.INTERRUPTS_ATTEMPTS);
    }
}
