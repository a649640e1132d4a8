// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TryUsageTest {
    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("URL", "try"),
                mistake("URL", "try", "example.org/path"),
                mistake("URL", "try", "ftp://example.org/"),
                mistake("URL", "try", "http://"),
                mistake("URL", "try", "http://host:99999/"),
                mistake("URL", "try", "http://host/a b?token=hunter2"),
                mistake("URL", "try", "http://user:hunter2@host/"),
                mistake("--via", "try", "--via", "carrier-pigeon", "http://localhost/"),
                mistake("--repeat", "try", "--repeat", "0", "http://localhost/"),
                mistake("--repeat", "try", "--repeat", "many", "http://localhost/"),
                mistake("--concurrency", "try", "--concurrency", "-1", "http://localhost/"),
                mistake("--interval", "try", "--interval", "soon", "http://localhost/"),
                mistake("--interval", "try", "--interval=-PT1S", "http://localhost/"),
                mistake("--deadline", "try", "--deadline", "0s", "http://localhost/"),
                mistake("--deadline", "try", "--deadline", "25h", "http://localhost/"),
                mistake("--method", "try", "--method", "GE T", "http://localhost/"),
                mistake("--header", "try", "--header", "Authorization hunter2", "http://localhost/"),
                mistake("--header", "try", "--header", "X: a\r\nY: hunter2", "http://localhost/"),
                mistake("--header", "try", "--header", "Content-Length: 3", "http://localhost/"),
                mistake("quote", "try", "--header", "Authorization:", "Bearer", "hunter2", "http://localhost/"),
                mistake("--body", "try", "--body", "@/no/such/file", "http://localhost/"),
                mistake("--client", "try", "--client", "nobody", "http://localhost/"),
                mistake("--config", "try", "--config"),
                mistake("/no/such/file", "try", "--config", "/no/such/file", "http://localhost/"),
                mistake("--frobnicate", "try", "--frobnicate=hunter2", "http://localhost/"),
                mistake("--config", "plan"),
                mistake("--port", "demo", "--port", "65536"),
                mistake("--seconds", "demo", "--seconds", "0"),
                mistake("--client x is not configured: default", "simulate", "--client", "x"),
                mistake("--scenario", "simulate", "--scenario", "rain"),
                mistake("clients 0: 1 to 1000", "simulate", "--clients", "0"),
                mistake("--seed", "simulate", "--seed", "lucky"),
                mistake("/no/such/file", "simulate", "--config", "/no/such/file"),
                mistake("--csv /no/such/folder/a.csv", "simulate", "--csv", "/no/such/folder/a.csv"),
                mistake("--plot /no/such/folder/a.svg", "simulate", "--plot", "/no/such/folder/a.svg"),
                mistake("verb", "frobnicate"),
                mistake("verb"));
    }

    private static Arguments mistake(String told, String... args) {
        return Arguments.of(told, args);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldInOneLineWithStatusTwo(String told, String[] args) {
        Ended ended = Program.run(args);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains(told).doesNotContain("hunter2").doesNotContain("Exception");
    }

    @Test
    void anUnknownClientNamesThoseThereAre(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.properties"), "resilient-http.clients.github.retry.max-attempts=2\n");
        Ended ended = Program.run("try", "--config", file.toString(), "--client", "gitlab", "http://localhost/");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("gitlab", "default, github");
    }

    @Test
    void aBadFileIsToldWithEveryFaultOfIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.properties"),
                "resilient-http.clients.a.retry.max-attempts=99\nresilient-http.clients.a.timeout.totl=3s\n");
        for (String verb : new String[] {"try", "plan"}) {
            Ended ended = verb.equals("try")
                    ? Program.run("try", "--config", file.toString(), "http://localhost/")
                    : Program.run("plan", "--config", file.toString());
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err().lines()).hasSize(2);
            assertThat(ended.err()).contains("bad.properties:1", "99", "bad.properties:2", "timeout.total");
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"try", "plan", "demo", "simulate"})
    void everyVerbHasHelp(String verb) {
        Ended ended = Program.run(verb, "--help");
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("Usage: resilient-http " + verb);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void theProgramTellsItsVersion() {
        assertThat(Program.run("--version").out()).startsWith("resilient-http ");
    }
}
