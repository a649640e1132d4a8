// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.HintContract;
import org.junit.jupiter.params.Parameter;

@EveryLayer
class SpringHintContractTest extends HintContract {
    @Parameter
    SpringKind kind;

    @Override
    protected AdapterKind adapter() {
        return kind;
    }
}
