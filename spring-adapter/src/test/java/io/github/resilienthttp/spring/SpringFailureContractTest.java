// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.FailureContract;
import org.junit.jupiter.params.Parameter;

@EveryKind
class SpringFailureContractTest extends FailureContract {
    @Parameter
    SpringKind kind;

    @Override
    protected AdapterKind adapter() {
        return kind;
    }
}
