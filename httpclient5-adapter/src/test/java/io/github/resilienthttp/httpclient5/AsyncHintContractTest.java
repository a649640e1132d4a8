// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.HintContract;

class AsyncHintContractTest extends HintContract {
    @Override
    protected AdapterKind adapter() {
        return AsyncAdapter.KIND;
    }
}
