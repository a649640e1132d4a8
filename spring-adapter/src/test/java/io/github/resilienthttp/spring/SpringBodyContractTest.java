// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.BodyContract;
import org.junit.jupiter.params.Parameter;

@EveryKind
class SpringBodyContractTest extends BodyContract {
    @Parameter
    SpringKind kind;

    @Override
    protected AdapterKind adapter() {
        return kind;
    }
}
