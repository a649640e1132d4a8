// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static io.github.resilienthttp.examples.StubbedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryRequestTest {
    private final StubbedServer server = new StubbedServer(answer(200, "ok"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutABodyItIsAGet() {
        Program.run("try", server.url("/a?b=c"));
        assertThat(server.only().getMethod().getName()).isEqualTo("GET");
        assertThat(server.only().getUrl()).isEqualTo("/a?b=c");
    }

    @Test
    void withABodyItIsAPostOfText() {
        Program.run("try", "--body", "grüße", server.url("/"));
        LoggedRequest seen = server.only();
        assertThat(seen.getMethod().getName()).isEqualTo("POST");
        assertThat(seen.getBodyAsString()).isEqualTo("grüße");
        assertThat(seen.getHeader("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void theMethodGoesOutAsItIsTyped() {
        Program.run("try", "--method", "PROPFIND", server.url("/"));
        assertThat(server.only().getMethod().getName()).isEqualTo("PROPFIND");
    }

    @Test
    void headersMayBeRepeatedAndWinOverOurOwn() {
        Program.run(
                "try",
                "--body",
                "{}",
                "--header",
                "Content-Type: application/json",
                "--header",
                "X-A: 1",
                "--header",
                "X-A:2",
                "--header",
                "X-Empty:",
                server.url("/"));
        LoggedRequest seen = server.only();
        assertThat(seen.header("Content-Type").values()).containsExactly("application/json");
        assertThat(seen.header("X-A").values()).containsExactly("1", "2");
        assertThat(seen.header("X-Empty").values()).containsExactly("");
    }

    @Test
    void aBodyMayComeFromAFileAndIsSentAgainForEachCall(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("body.json"), "{\"a\": 1}");
        Program.run("try", "--repeat", "2", "--body", "@" + file, server.url("/"));
        assertThat(server.requests())
                .extracting(LoggedRequest::getBodyAsString)
                .containsExactly("{\"a\": 1}", "{\"a\": 1}");
    }

    @Test
    void aBodyMayComeFromStandardInput() {
        Program.runWithInput("from a pipe", "try", "--body", "-", server.url("/"));
        assertThat(server.only().getBodyAsString()).isEqualTo("from a pipe");
    }
}
