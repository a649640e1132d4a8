// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.ReportContract;

class Http2PoolReportContractTest extends ReportContract {
    @Override
    protected AdapterKind adapter() {
        return Http2Adapter.POOL;
    }
}
