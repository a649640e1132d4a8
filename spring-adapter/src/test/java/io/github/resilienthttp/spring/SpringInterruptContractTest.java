// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.InterruptContract;
import org.junit.jupiter.params.Parameter;

@EveryFactory
class SpringInterruptContractTest extends InterruptContract {
    @Parameter
    SpringKind kind;

    @Override
    protected AdapterKind adapter() {
        return kind;
    }
}
