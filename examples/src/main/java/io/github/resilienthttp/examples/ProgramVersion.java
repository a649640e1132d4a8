// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it into the jar. */
final class ProgramVersion implements IVersionProvider {
    private static final String BUILT =
            "/META-INF/maven/io.github.resilienthttp/resilient-http-examples/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"resilient-http " + version() + " (Java " + Runtime.version() + ")"};
    }

    private static String version() throws IOException {
        try (InputStream in = ProgramVersion.class.getResourceAsStream(BUILT)) {
            Properties built = new Properties();
            if (in != null) {
                built.load(in);
            }
            return built.getProperty("version", "not packaged");
        }
    }
}
