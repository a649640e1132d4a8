// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seeds and all that was ever found, with some noise of its own; to search on, see {@link FuzzingTest}. */
class FuzzCorpusTest {
    private static final int VARIANTS = 200;

    @ParameterizedTest
    @EnumSource
    void everyInputOfTheCorpusIsSurvived(Target target) throws IOException {
        assertThat(target.inputs()).isNotEmpty();
        for (Path file : target.inputs()) {
            byte[] input = Files.readAllBytes(file);
            assertThatCode(() -> target.read(input)).as(file.toString()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aByteMoreOrLessDoesNoHarm(Target target) throws IOException {
        SplittableRandom random = new SplittableRandom(20_260_101);
        for (Path file : target.inputs()) {
            byte[] input = Files.readAllBytes(file);
            for (int n = 0; n < VARIANTS; n++) {
                byte[] variant = variant(input, random);
                assertThatCode(() -> target.read(variant))
                        .as("%s: %s", file, Arrays.toString(variant))
                        .doesNotThrowAnyException();
            }
        }
    }

    /** Cut off, with some bytes changed. */
    private static byte[] variant(byte[] input, SplittableRandom random) {
        byte[] variant = Arrays.copyOf(input, random.nextInt(input.length + 1));
        for (int changes = random.nextInt(4); changes > 0 && variant.length > 0; changes--) {
            variant[random.nextInt(variant.length)] = (byte) random.nextInt(256);
        }
        return variant;
    }
}
