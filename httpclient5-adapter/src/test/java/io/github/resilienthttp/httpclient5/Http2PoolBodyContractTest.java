// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.BodyContract;

class Http2PoolBodyContractTest extends BodyContract {
    @Override
    protected AdapterKind adapter() {
        return Http2Adapter.POOL;
    }
}
