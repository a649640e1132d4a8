// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.Variant;
import io.github.resilienthttp.benchmarks.engine.SuccessPath;
import org.openjdk.jmh.annotations.Param;

/** Calls that go well at once. */
public class SuccessBench extends VariantBench {
    /** The row. */
    @Param
    public SuccessPath variant = SuccessPath.BARE;

    @Override
    Variant variant() {
        return variant;
    }
}
