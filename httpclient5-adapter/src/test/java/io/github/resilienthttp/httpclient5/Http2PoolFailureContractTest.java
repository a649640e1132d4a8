// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.FailureContract;

class Http2PoolFailureContractTest extends FailureContract {
    @Override
    protected AdapterKind adapter() {
        return Http2Adapter.POOL;
    }
}
