// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTest {
    @Test
    void isOneLineWithPlaceKeyAndValue() {
        assertThat(new Fault("a.b", "4", "f.properties:12", "unknown key"))
                .hasToString("f.properties:12: a.b=4: unknown key");
        assertThat(new Fault("a.b", null, null, "unknown key")).hasToString("a.b: unknown key");
        assertThat(new Fault("", null, "f.properties", "no such file")).hasToString("f.properties: no such file");
    }

    @Test
    void showsNoCredentialsOfAnAddress() {
        Fault fault = new Fault("origins", "https://a.example, https://me:secret@b.example", null, "no");
        assertThat(fault.value()).isEqualTo("https://a.example, https://***@b.example");
    }

    @Test
    void showsControlCharactersAsEscapesAndCutsLongValues() {
        assertThat(new Fault("k\n", "a\r\nb\u2028", null, "no")).hasToString("k\\u000a=a\\u000d\\u000ab\\u2028: no");
        assertThat(new Fault("k", "x".repeat(500), null, "no").value())
                .hasSize(121)
                .endsWith("…");
    }

    @Test
    void allFaultsAreInTheMessageWhichSurvivesSerialization() throws IOException, ClassNotFoundException {
        List<Fault> faults = List.of(new Fault("a", "1", "f:1", "bad"), new Fault("b", "2", "f:2", "worse"));
        InvalidConfigurationException thrown = new InvalidConfigurationException(faults);
        assertThat(thrown).hasMessage("f:1: a=1: bad\nf:2: b=2: worse");
        assertThat(thrown.faults()).isEqualTo(faults);
        InvalidConfigurationException copy = (InvalidConfigurationException) copy(thrown);
        assertThat(copy).hasMessage(thrown.getMessage());
        assertThat(copy.faults()).isEmpty();
    }

    private static Object copy(Object original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
