package io.github.resilienthttp.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.InvalidConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PropertiesFileProperties {
    @Property(tries = 5000)
    void readsWhatTheJdkReads(@ForAll("texts") String text) throws IOException {
        Properties jdk = new Properties();
        try {
            jdk.load(new StringReader(text));
        } catch (IllegalArgumentException malformed) {
            assertThat(file(text).faults()).isNotEmpty();
            return;
        }
        PropertiesFile file = file(text);
        assertThat(file.values().keySet()).isEqualTo(jdk.stringPropertyNames());
        if (file.faults().isEmpty()) {
            file.values().forEach((key, value) -> assertThat(value.value()).isEqualTo(jdk.getProperty(key)));
        }
    }

    @Property(tries = 1000)
    void anyBytesAreBoundOrRefused(@ForAll byte[] bytes) {
        try {
            PropertiesFile.read(new ByteArrayInputStream(bytes), "f").bind();
        } catch (InvalidConfigurationException refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab=: #!\\\n\r\t\fu0").ofMaxLength(40);
    }

    private static PropertiesFile file(String text) {
        return PropertiesFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "f");
    }
}
