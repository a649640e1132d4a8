// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.GateContract;
import org.junit.jupiter.params.Parameter;

@EveryLayer
class SpringGateContractTest extends GateContract {
    @Parameter
    SpringKind kind;

    @Override
    protected AdapterKind adapter() {
        return kind;
    }
}
