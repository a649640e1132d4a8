// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.Variant;
import io.github.resilienthttp.benchmarks.wire.WirePath;
import org.openjdk.jmh.annotations.Param;

/** Whole clients and a server. */
public class WireBench extends VariantBench {
    /** The row. */
    @Param
    public WirePath variant = WirePath.CLASSIC_BARE;

    @Override
    Variant variant() {
        return variant;
    }
}
