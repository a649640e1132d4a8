// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program as its users run it: a process of its own. Ended by {@link #ended()}, whatever happens. */
final class PackagedProgram {
    /** What the build's phase {@code package} has made. */
    static final Path JAR = Path.of("target", "resilient-http.jar").toAbsolutePath();

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<String> args;
    private final Process process;
    private final Path out;
    private final Path err;
    private final long begun = System.nanoTime();

    private PackagedProgram(List<String> args, Process process, Path out, Path err) {
        this.args = args;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Ended run(String... args) {
        return start(args).ended();
    }

    static PackagedProgram start(String... args) {
        assertThat(JAR).as("the packaged program: mvn package makes it").isRegularFile();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // For a quick start.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(args));
        try {
            // Files, so that nobody has to read along.
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            // They would be announced on standard error.
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
            Process process = builder.start();
            process.getOutputStream().close();
            return new PackagedProgram(List.of(args), process, out, err);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What it has printed so far. */
    String printed() throws IOException {
        return Files.readString(out);
    }

    /** Ends it, and forgets what it has printed. */
    void kill() {
        process.destroyForcibly().onExit().join();
        delete(out);
        delete(err);
    }

    /** Waits for the end of the process; a test fails when it does not come within a minute. */
    Ended ended() {
        try {
            boolean inTime = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                process.destroyForcibly().waitFor();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err), took);
            assertThat(inTime)
                    .as("%s ended within %s; it had printed %s", args, LIMIT, ended)
                    .isTrue();
            return ended;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the program ran", interrupted);
        } finally {
            delete(out);
            delete(err);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
