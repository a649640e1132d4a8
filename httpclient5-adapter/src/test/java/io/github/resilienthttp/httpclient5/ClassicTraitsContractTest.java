// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.Trait;
import io.github.resilienthttp.contract.TraitsContract;
import java.util.EnumSet;
import java.util.Set;

class ClassicTraitsContractTest extends TraitsContract {
    @Override
    protected AdapterKind adapter() {
        return ClassicAdapter.KIND;
    }

    @Override
    protected Set<Trait> knownToLack() {
        return EnumSet.of(Trait.INTERRUPTS_ATTEMPTS);
    }
}
