// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.resilienthttp.spring.boot.architecture.planted.AskedTooEarly;
import io.github.resilienthttp.spring.boot.architecture.planted.LockedOutAutoConfiguration;
import io.github.resilienthttp.spring.boot.architecture.planted.OpenCondition;
import io.github.resilienthttp.spring.boot.architecture.planted.OutdatedCalls;
import io.github.resilienthttp.spring.boot.architecture.planted.TalkativeAutoConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Boot's own rules hold here, and each has been seen to refuse what it is for. */
class BootArchitectureTest {
    private static final String ROOT = "io.github.resilienthttp.spring.boot";
    private static final String PLANTED = ROOT + ".architecture.planted";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(BootRules.SHAPE, TalkativeAutoConfiguration.class),
                Arguments.of(BootRules.LISTED, TalkativeAutoConfiguration.class),
                Arguments.of(BootRules.ORDER_EXISTS, LockedOutAutoConfiguration.class),
                Arguments.of(BootRules.ORDER_BY_CLASS, LockedOutAutoConfiguration.class),
                Arguments.of(BootRules.NO_CLASS_CONDITION_ON_BEANS, AskedTooEarly.class),
                Arguments.of(BootRules.BEANS_ARE_NOT_PRIVATE, AskedTooEarly.class),
                Arguments.of(BootRules.NO_REDUNDANT_TYPE, AskedTooEarly.class),
                Arguments.of(BootRules.POST_PROCESSORS, AskedTooEarly.class),
                Arguments.of(BootRules.CONDITIONS, OpenCondition.class),
                Arguments.of(BootRules.NULL_CHECKS, OutdatedCalls.class),
                Arguments.of(BootRules.COLLECTORS, OutdatedCalls.class),
                Arguments.of(BootRules.LOCALES, OutdatedCalls.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleHolds(ArchRule rule, Class<?> planted) {
        rule.allowEmptyShould(true).check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleRefusesWhatItIsFor(ArchRule rule, Class<?> planted) {
        List<Class<?>> all = new ArrayList<>(List.of(planted.getDeclaredClasses()));
        all.add(planted);
        JavaClasses violation = new ClassFileImporter().importClasses(all);
        assertThat(rule.allowEmptyShould(true).evaluate(violation).hasViolation())
                .isTrue();
    }

    @Test
    void noPackagesAreTangled() {
        BootRules.tangles(ROOT).check(OURS);
        assertThat(BootRules.tangles(PLANTED + ".tangle")
                        .evaluate(new ClassFileImporter().importPackages(PLANTED + ".tangle"))
                        .hasViolation())
                .isTrue();
    }
}
