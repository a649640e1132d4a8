// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.silent;

import org.junit.jupiter.api.Test;

class ForgottenChecks {
    @Test
    void isNeverRun() {}
}
