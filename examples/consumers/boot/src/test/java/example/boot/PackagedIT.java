// SPDX-License-Identifier: Apache-2.0
package example.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The jar, started as in production. */
class PackagedIT {
    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

    @Test
    void theJarStartsAndComesBackWhenTheOtherServerSaysSo() throws IOException {
        try (BusyServer server = new BusyServer()) {
            Process application = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            "target/boot.jar",
                            "--server.address=127.0.0.1",
                            "--server.port=0",
                            "--spring.http.serviceclient.greetings.base-url=" + server.address())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader log = application.inputReader()) {
                new Expectations(port(log)).areMet();
            } finally {
                application.destroyForcibly();
            }
        }
    }

    private static int port(BufferedReader log) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IllegalStateException("the application ended:\n" + said);
    }
}
