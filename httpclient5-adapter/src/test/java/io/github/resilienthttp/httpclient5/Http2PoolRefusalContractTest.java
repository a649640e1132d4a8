// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.RefusalContract;

class Http2PoolRefusalContractTest extends RefusalContract {
    @Override
    protected AdapterKind adapter() {
        return Http2Adapter.POOL;
    }
}
