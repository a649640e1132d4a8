// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Searches on, guided by what the inputs reach, where Jazzer is there: {@code mvn -Pfuzz -pl core verify
 * -Dfuzz.seconds=300}. What it finds lies in {@code target/fuzz}; it belongs into {@code src/test/fuzz}.
 */
class FuzzingTest {
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";

    static boolean isJazzerThere() {
        return FuzzingTest.class.getResource("/" + JAZZER.replace('.', '/') + ".class") != null;
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIf("isJazzerThere")
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void nothingIsFound(Target target) throws IOException, InterruptedException {
        int seconds = Integer.getInteger("fuzz.seconds", 60);
        Path work = Files.createDirectories(Path.of("target", "fuzz", target.name()));
        Path found = Files.createDirectories(work.resolve("corpus"));
        Path log = work.resolve("log.txt");
        Process jazzer = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JAZZER,
                        "--target_class=" + target.className(),
                        "--instrumentation_includes=io.github.resilienthttp.**:org.greenbytes.**",
                        "--reproducer_path=" + work,
                        "-artifact_prefix=" + work + "/",
                        "-max_total_time=" + seconds,
                        "-max_len=8192",
                        "-timeout=25",
                        "-rss_limit_mb=3000",
                        "-print_final_stats=1",
                        found.toString(),
                        target.folder().toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(jazzer.waitFor()).as("what was found, see %s", log).isZero();
    }
}
