// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the comparison says of us holds. */
@Timeout(value = 100, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ComparisonTest {
    @ParameterizedTest
    @EnumSource
    void ourColumnHolds(ComparisonRow row) throws Exception {
        Measured ours = row.measure(Side.OURS);

        assertThat(ours.good()).as(row.situation() + ": " + ours.text()).isTrue();
    }
}
