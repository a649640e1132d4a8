// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The plain half knows no Boot, and clients that need not be there are named in one class each. */
class ArchitectureTest {
    private static final String PLAIN = "io.github.resilienthttp.spring";

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PLAIN);

    @Test
    void plainSpringKnowsNoBoot() {
        free("org.springframework.boot..", PLAIN + ".boot..", "org.springframework.context..")
                .check(ours);
    }

    @Test
    void theRuleFindsWhatIsForbidden() {
        assertThatThrownBy(() -> free("org.springframework.web.client..").check(ours))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void apachesClientIsNamedWhereItIsPrepared() {
        noClasses()
                .that()
                .doNotHaveSimpleName("HttpComponentsResilience")
                .and()
                .resideInAPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(ours);
    }

    @Test
    void jettysClientIsNamedWhereItIsPrepared() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.Jetty\\w+(\\$.*)?")
                .and()
                .resideInAPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .check(ours);
    }

    private static ArchRule free(String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
