// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.policy.ConfigValue;
import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesFileTest {
    @TempDir
    Path folder;

    @Test
    void knowsTheLineOfEachKeyThroughCommentsAndContinuations() {
        PropertiesFile file = read("""
            \uFEFF# comment \\
            a=1\r
            \r
            b : two \\\r
                and more
              ! comment
            c\\ d = \\u00e4\\\\
            e = ü
            f\\

            g=last\
            """);
        assertThat(file.values())
                .containsExactly(
                        Map.entry("a", new ConfigValue("1", "f:2")),
                        Map.entry("b", new ConfigValue("two and more", "f:4")),
                        Map.entry("c d", new ConfigValue("ä\\", "f:7")),
                        Map.entry("e", new ConfigValue("ü", "f:8")),
                        Map.entry("f", new ConfigValue("", "f:9")),
                        Map.entry("g", new ConfigValue("last", "f:11")));
        assertThat(file.faults()).isEmpty();
    }

    @Test
    void bindsWithAllFaultsInTheOrderOfTheFile() throws IOException {
        Path path = Files.writeString(folder.resolve("upstreams.properties"), """
            # clients
            resilient-http.clients.github.timeout.total = \\
                20s
            resilient-http.clients.github.retry.max-atempts=4
            resilient-http.clients.github.timeout.total=10s
            bad=\\u12
            resilient-http.clients.github.mode=loud
            """);
        assertThatThrownBy(() -> PropertiesFile.read(path).bind())
                .isInstanceOfSatisfying(InvalidConfigurationException.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::toString)
                        .containsExactly(
                                path
                                        + ":4: resilient-http.clients.github.retry.max-atempts=4: unknown key; did you"
                                        + " mean retry.max-attempts?",
                                path + ":5: resilient-http.clients.github.timeout.total=10s: the key stands at " + path
                                        + ":2 already",
                                path + ":6: malformed Unicode escape; allowed: \\u and four hexadecimal digits",
                                path + ":7: resilient-http.clients.github.mode=loud: not one of them; allowed: enforce,"
                                        + " observe or off (in YAML write \"off\" with quotes, else it means false)"));
    }

    @Test
    void bindsAGoodFile() throws IOException {
        Path path =
                Files.writeString(folder.resolve("a.properties"), "resilient-http.clients.a.retry.max-attempts=5\n");
        assertThat(PropertiesFile.read(path).bind().policyFor("a").retry().maxAttempts())
                .isEqualTo(5);
        assertThat(read("").bind().clients()).containsOnlyKeys("default");
    }

    @Test
    void aFileWhoseKeysAllLackThePrefixIsNotReadAsNone() {
        assertThatThrownBy(() -> read("timeout.total=3s\nclients.a.retry.max-attempts=2\nmode=fast\n")
                        .bind())
                .isInstanceOfSatisfying(InvalidConfigurationException.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::toString)
                        .containsExactly(
                                "f:1: timeout.total=3s: the prefix is missing;"
                                        + " did you mean resilient-http.defaults.timeout.total?",
                                "f:2: clients.a.retry.max-attempts=2: the prefix is missing;"
                                        + " did you mean resilient-http.clients.a.retry.max-attempts?"));
        assertThat(read("timeout.total=3s\nresilient-http.defaults.mode=observe\n")
                        .bind()
                        .clients())
                .containsOnlyKeys("default");
        assertThat(read("mode=fast\nserver.port=80\n").bind().clients()).containsOnlyKeys("default");
    }

    @Test
    void aFileWithAFaultOfItsOwnIsRefusedEvenIfItsKeysAreGood() {
        assertThatThrownBy(() -> read("a=1\na=1\n").bind())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("f:2: a=1: the key stands at f:1 already");
    }

    @Test
    void namesTheLineThatIsNotUtf8() {
        byte[] latin = "a=1\nb=\u00fc\nc=1".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PropertiesFile.read(new ByteArrayInputStream(latin), "f").faults())
                .extracting(Fault::toString)
                .containsExactly("f:2: not UTF-8");
        byte[] cut = {'a', '=', (byte) 0xC3};
        assertThat(PropertiesFile.read(new ByteArrayInputStream(cut), "f").faults())
                .hasSize(1);
    }

    @Test
    void namesAFileThatCannotBeRead() throws IOException {
        Path missing = folder.resolve("none.properties");
        assertThatThrownBy(() -> PropertiesFile.read(missing))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> PropertiesFile.read(folder)).hasMessage(folder + ": a directory, not a file");
        assertThatThrownBy(() -> PropertiesFile.resource(getClass().getClassLoader(), "none.properties"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("classpath:none.properties: no such resource");
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThatThrownBy(() -> PropertiesFile.read(closed, "f"))
                .hasMessage("f: cannot be read")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void readsAResourceOfTheClassPath() {
        ClassLoader loader = new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return new ByteArrayInputStream("resilient-http.clients.a.mode=x".getBytes(StandardCharsets.UTF_8));
            }
        };
        assertThatThrownBy(
                        () -> PropertiesFile.resource(loader, "up.properties").bind())
                .hasMessageStartingWith("classpath:up.properties:1: resilient-http.clients.a.mode=x: ");
    }

    private static PropertiesFile read(String text) {
        return PropertiesFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "f");
    }
}
