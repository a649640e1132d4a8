// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PackagedJarIT {
    @Test
    void theJarNamesItsMainClassAndItsVersion() throws IOException {
        try (JarFile jar = new JarFile(PackagedProgram.JAR.toFile())) {
            Attributes main = jar.getManifest().getMainAttributes();
            assertThat(main.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("io.github.resilienthttp.examples.Main");
            assertThat(main.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).matches("\\d+\\.\\d+\\.\\d+.*");
            assertThat(main.getValue(Attributes.Name.MULTI_RELEASE)).isEqualTo("true");
        }
    }

    @Test
    void theJarHoldsOurLicenceAndNobodysSignature() throws IOException {
        try (JarFile jar = new JarFile(PackagedProgram.JAR.toFile())) {
            ZipEntry licence = jar.getEntry("META-INF/LICENSE");
            assertThat(licence).isNotNull();
            assertThat(new String(jar.getInputStream(licence).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(Path.of("..", "LICENSE")));
            assertThat(jar.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)"))
                    .noneMatch(name -> name.endsWith("module-info.class"));
        }
    }

    @Test
    void noEntryIsThereTwice() throws IOException {
        try (JarFile jar = new JarFile(PackagedProgram.JAR.toFile())) {
            Map<String, Integer> times = new HashMap<>();
            jar.stream().forEach(entry -> times.merge(entry.getName(), 1, Integer::sum));
            assertThat(times.values()).containsOnly(1);
        }
    }

    /** One file for all jars: what merely overwrote would leave Boot without half of its parts. */
    @Test
    void whatSpringBootReadsOfEveryJarIsMerged() throws IOException {
        try (JarFile jar = new JarFile(PackagedProgram.JAR.toFile())) {
            String imports =
                    text(jar, "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports");
            assertThat(imports.lines())
                    .contains(
                            "io.github.resilienthttp.spring.boot.ResilientHttpServiceClientAutoConfiguration",
                            "org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration",
                            "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration");
            assertThat(merged(jar, "META-INF/spring.factories", "org.springframework.boot.diagnostics.FailureAnalyzer"))
                    .contains(
                            "io.github.resilienthttp.spring.boot.InvalidConfigurationFailureAnalyzer",
                            "org.springframework.boot.diagnostics.analyzer.BindFailureAnalyzer",
                            "org.springframework.boot.autoconfigure.diagnostics.analyzer.NoSuchBeanDefinitionFailureAnalyzer");
            assertThat(merged(
                            jar, "META-INF/spring/aot.factories", "org.springframework.aot.hint.RuntimeHintsRegistrar"))
                    .contains("ResilientHttpRuntimeHints", "org.springframework.boot.");
        }
    }

    private static String merged(JarFile jar, String name, String key) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text(jar, name)));
        return properties.getProperty(key);
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void noSecondLoggingBackendCameAlong() throws IOException {
        try (JarFile jar = new JarFile(PackagedProgram.JAR.toFile())) {
            assertThat(text(jar, "META-INF/services/org.slf4j.spi.SLF4JServiceProvider")
                            .strip())
                    .isEqualTo("org.slf4j.simple.SimpleServiceProvider");
            assertThat(jar.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.startsWith("ch/qos/logback/") || name.startsWith("org/apache/logging/"));
        }
    }

    @Test
    void itTellsHelpAndVersion() {
        Ended help = PackagedProgram.run("--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).startsWith("Usage: resilient-http ").contains("try", "plan", "demo", "simulate");
        assertThat(help.err()).isEmpty();
        Ended version = PackagedProgram.run("--version");
        assertThat(version.status()).isZero();
        assertThat(version.out()).matches("resilient-http \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\\R");
        assertThat(version.err()).isEmpty();
    }

    @Test
    void thePlanIsJsonLinesOneAClient() {
        try (ConfigFile config = ConfigFile.ofLines(
                "resilient-http.clients.github.origins=https://api.github.com",
                "resilient-http.clients.billing.retry.max-attempts=2")) {
            Ended ended = PackagedProgram.run("plan", "--json", "--config", config.toString());
            assertThat(ended.status()).isZero();
            assertThat(ended.err()).isEmpty();
            List<JsonNode> plans = ended.json();
            assertThat(plans)
                    .extracting(plan -> plan.get("client").stringValue())
                    .containsExactlyInAnyOrder("default", "github", "billing");
        }
    }

    @Test
    void theDemoShowsItsFourUpstreamsAndEnds() {
        Ended ended = PackagedProgram.run("demo", "--seconds", "5");
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("buttercms", "helpdesk", "variations", "localize", "In all, after");
        assertThat(ended.out()).startsWith("Four APIs").doesNotContain(":: Spring Boot ::", " INFO ");
        assertThat(ended.took().toSeconds()).isBetween(5L, 30L);
        assertThat(ended.err()).isEmpty();
    }
}
