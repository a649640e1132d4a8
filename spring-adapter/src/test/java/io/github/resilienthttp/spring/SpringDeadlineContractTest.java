// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.DeadlineContract;
import org.junit.jupiter.params.Parameter;

@EveryFactory
class SpringDeadlineContractTest extends DeadlineContract {
    @Parameter
    SpringKind kind;

    @Override
    protected AdapterKind adapter() {
        return kind;
    }
}
