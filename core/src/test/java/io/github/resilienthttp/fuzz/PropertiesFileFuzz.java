// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

import io.github.resilienthttp.config.PropertiesFile;
import java.io.ByteArrayInputStream;

/** A configuration file of any bytes. */
public final class PropertiesFileFuzz {
    private PropertiesFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        BoundOrRefused.check(() -> PropertiesFile.read(new ByteArrayInputStream(input), "fuzz.properties")
                .bind());
    }
}
