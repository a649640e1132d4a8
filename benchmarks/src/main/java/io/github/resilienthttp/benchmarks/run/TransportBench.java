// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.Variant;
import io.github.resilienthttp.benchmarks.transport.TransportPath;
import org.openjdk.jmh.annotations.Param;

/** Whole clients in memory. */
public class TransportBench extends VariantBench {
    /** The row. */
    @Param
    public TransportPath variant = TransportPath.HTTPCLIENT_BARE;

    @Override
    Variant variant() {
        return variant;
    }
}
