// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "io.github.resilienthttp";
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/architecture/planted/"))
            .importPackages(ROOT);

    static List<ArchRule> rules() {
        return new Rooms(ROOT).all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRoomsKeepTheirRules(ArchRule rule) {
        rule.allowEmptyShould(true).check(CORE);
    }

    @Test
    void everyTestIsRun() {
        TestShape.testsAreRun().check(TESTS);
    }

    @Test
    void theRulesHaveSomethingToLookAt() {
        assertThat(CORE.containPackage(ROOT + ".policy")).isTrue();
        assertThat(CORE.containPackage(ROOT + ".gate")).isTrue();
    }
}
