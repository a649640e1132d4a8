// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.Variant;
import io.github.resilienthttp.benchmarks.engine.FailurePath;
import org.openjdk.jmh.annotations.Param;

/** Calls that do not. */
public class FailureBench extends VariantBench {
    /** The row. */
    @Param
    public FailurePath variant = FailurePath.OURS_SUCCESS;

    @Override
    Variant variant() {
        return variant;
    }
}
