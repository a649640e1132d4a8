// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.ConcurrencyContract;

class Http2PoolConcurrencyContractTest extends ConcurrencyContract {
    @Override
    protected AdapterKind adapter() {
        return Http2Adapter.POOL;
    }
}
