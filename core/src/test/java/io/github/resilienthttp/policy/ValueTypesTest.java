// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The kinds, made here: those of the keys are made once for the whole JVM. */
class ValueTypesTest {
    private enum Colour {
        RED,
        DARK_BLUE,
        GREEN
    }

    /** Both ends are in, what is beyond them is not, and what is read is written the same. */
    private static <T> void hasRange(ValueType<T> type, String least, String below, String most, String above) {
        for (String edge : new String[] {least, most}) {
            assertThat(type.writer().apply(type.read(edge))).isEqualTo(edge);
        }
        for (String beyond : new String[] {below, above}) {
            assertThatThrownBy(() -> type.read(beyond)).hasMessageContaining("out of range");
        }
    }

    @Test
    void eachHasItsRange() {
        hasRange(ValueTypes.duration("2s", "5m"), "2s", "1999ms", "5m", "300001ms");
        hasRange(ValueTypes.count(2, 9), "2", "1", "9", "10");
        hasRange(ValueTypes.decimal(0.5, 2), "0.5", "0.49", "2", "2.01");
        assertThat(ValueTypes.size("1KB").read("1KB")).isEqualTo(1024);
        assertThat(ValueTypes.size("1KB").read("0B")).isZero();
        assertThatThrownBy(() -> ValueTypes.size("1KB").read("1025")).hasMessageContaining("out of range");
    }

    @Test
    void eachSaysWhatIsAllowed() {
        assertThat(ValueTypes.duration("2s", "5m").allowed()).startsWith("a duration from 2s to 5m, ");
        assertThat(ValueTypes.duration("2s", "5m").metadata()).isEqualTo(Duration.class);
        assertThat(ValueTypes.count(2, 9).allowed()).isEqualTo("a whole number from 2 to 9");
        assertThat(ValueTypes.decimal(0.5, 2).allowed()).isEqualTo("a number from 0.5 to 2");
        assertThat(ValueTypes.size("1KB").allowed()).startsWith("a size from 0B to 1KB, such as ");
    }

    @Test
    void oneOfSeveralIsNamedInLowerCase() {
        ValueType<Colour> colours = ValueTypes.oneOf(Colour.class);
        assertThat(colours.allowed()).isEqualTo("red, dark-blue or green");
        assertThat(colours.read("dark-blue")).isEqualTo(Colour.DARK_BLUE);
        assertThat(colours.read("red")).isEqualTo(Colour.RED);
        assertThatThrownBy(() -> colours.read("RED")).hasMessageContaining("not one of them");
    }
}
