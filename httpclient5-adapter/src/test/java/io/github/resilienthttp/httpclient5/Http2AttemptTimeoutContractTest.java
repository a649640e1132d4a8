// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.AttemptTimeoutContract;

class Http2AttemptTimeoutContractTest extends AttemptTimeoutContract {
    @Override
    protected AdapterKind adapter() {
        return Http2Adapter.ONLY;
    }
}
