// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.Trait;
import java.util.Set;

class Http2PoolTraitsContractTest extends Http2TraitsContractTest {
    @Override
    protected AdapterKind adapter() {
        return Http2Adapter.POOL;
    }

    @Override
    protected Set<Trait> knownToLack() {
        Set<Trait> lacks = super.knownToLack();
        lacks.add(Trait.OWN_CONNECTIONS);
        return lacks;
    }
}
