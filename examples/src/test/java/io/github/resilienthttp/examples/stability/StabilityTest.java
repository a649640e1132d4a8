// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.stability;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import io.github.resilienthttp.spring.RestClientResilience;
import io.github.resilienthttp.spring.boot.ResilientHttpRefresh;
import io.github.resilienthttp.storm.StormAssertions;
import org.junit.jupiter.api.Test;

/** All published modules at once, as an application sees them. */
class StabilityTest {
    private static final JavaClasses PUBLISHED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(
                    location -> !location.contains("/resilienthttp/examples/") && !location.contains("-tests.jar"))
            .importPackages("io.github.resilienthttp");

    @Test
    void everyPublicTypeSaysHowLongItLasts() {
        StabilityRules.everyPublicTypeBearsOneMark().check(PUBLISHED);
    }

    @Test
    void nothingForUsersNamesWhatIsInternal() {
        StabilityRules.nothingForUsersNamesWhatIsInternal().check(PUBLISHED);
    }

    @Test
    void allPublishedModulesAreLookedAt() {
        for (Class<?> entrance : new Class<?>[] {
            ResilientHttp.class,
            ResilientHttpClient5.class,
            RestClientResilience.class,
            ResilientHttpRefresh.class,
            StormAssertions.class
        }) {
            assertThat(PUBLISHED.contain(entrance)).as(entrance.getName()).isTrue();
        }
    }

    @Test
    void whatBreaksTheRulesIsSeen() {
        JavaClasses planted = new ClassFileImporter().importPackages(getClass().getPackageName() + ".planted");

        assertThat(StabilityRules.everyPublicTypeBearsOneMark()
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("Unmarked bears []");
        assertThat(StabilityRules.nothingForUsersNamesWhatIsInternal()
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("Promised names", "Machinery"))
                .anySatisfy(line -> assertThat(line).contains("Promised.machines()", "Machinery"))
                .anySatisfy(line -> assertThat(line).contains("Promised$Part.<init>", "Machinery"))
                .anySatisfy(line -> assertThat(line).contains("Promised.hidden()", "Hidden"));
    }
}
