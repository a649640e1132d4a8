// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.InterruptContract;

class Http2PoolInterruptContractTest extends InterruptContract {
    @Override
    protected AdapterKind adapter() {
        return Http2Adapter.POOL;
    }
}
