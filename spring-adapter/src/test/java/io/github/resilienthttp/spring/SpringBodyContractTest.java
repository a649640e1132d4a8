// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.BodyContract;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
// HttpURLConnection does not notice a body that breaks off.
@EnumSource(value = SpringKind.class, names = "SIMPLE", mode = EnumSource.Mode.EXCLUDE)
class SpringBodyContractTest extends BodyContract {
    @Parameter
    SpringKind kind;

    @Override
    protected AdapterKind adapter() {
        return kind;
    }
}
