// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it into the manifest of the jar. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"resilient-http " + version() + " (Java " + Runtime.version() + ")"};
    }

    private static String version() {
        @Nullable String built = ProgramVersion.class.getPackage().getImplementationVersion();
        return built == null ? "not packaged" : built;
    }
}
