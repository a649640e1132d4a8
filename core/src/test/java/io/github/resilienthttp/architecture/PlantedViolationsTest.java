// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is pointed at classes that break it, and at neighbours that do not. */
class PlantedViolationsTest {
    private static final String PLANTED = PlantedViolationsTest.class.getPackageName() + ".planted.";

    static List<Arguments> planted() {
        return List.of(
                planted("upward", Rooms::arrowsPointDown, List.of("AsksDecision", "AsksGate"), List.of()),
                planted(
                        "sideways",
                        Rooms::arrowsPointDown,
                        List.of("AsksHint", "AsksPolicy", "AsksConfig", "AsksLimit", "AsksMeter"),
                        List.of("Told(", "Limit(")),
                planted("unknown", Rooms::arrowsPointDown, List.of("Stranger"), List.of()),
                planted("cycle", Rooms::roomsAreFreeOfCycles, List.of("Hen", "Egg"), List.of()),
                planted("impure", Rooms::policyIsPure, List.of("KnowsFiles", "ParsesFields"), List.of("Logs")),
                planted("impure", Rooms::hintIsPure, List.of("Streams"), List.of("hint.Fields", "Logs")),
                planted("impure", Rooms::decisionIsPure, List.of("Logs", "ShowsBreaker"), List.of("Streams")),
                planted(
                        "online",
                        Rooms::configReadsFilesAndNothingElse,
                        List.of("Downloads", "Explains"),
                        List.of("Reads", "Bound")),
                planted(
                        "leaky",
                        Rooms::resilience4jIsNamedInGateOnly,
                        List.of("HoldsRetry"),
                        List.of("HoldsBreaker", "HoldsParser")),
                planted(
                        "leaky",
                        Rooms::jacksonIsNamedInJsonOnly,
                        List.of("HoldsParser"),
                        List.of("Parses", "HoldsRetry")),
                planted(
                        "leaky",
                        Rooms::micrometerIsNamedInMeterOnly,
                        List.of("HoldsMeter"),
                        List.of("Counts", "HoldsParser")),
                planted(
                        "names",
                        Rooms::namesSayWhatAThingIs,
                        List.of("BreakerManager", "BreakerImpl", "TextUtils>", "ParseHelper>"),
                        List.of("Implied")));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void isReported(String where, Function<Rooms, ArchRule> rule, List<String> guilty, List<String> innocent) {
        String root = PLANTED + where;
        String report = reportOf(rule.apply(new Rooms(root)), new ClassFileImporter().importPackages(root));
        assertThat(report).contains(guilty);
        if (!innocent.isEmpty()) {
            assertThat(report).doesNotContain(innocent);
        }
    }

    @Test
    void testsThatWouldNotRunAreReported() {
        String report = reportOf(TestShape.testsAreRun(), new ClassFileImporter().importPackages(PLANTED + "silent"));
        assertThat(report).contains("ForgottenChecks", "NestedSubclassTest", "NestedProperties");
    }

    private static Arguments planted(
            String where, Function<Rooms, ArchRule> rule, List<String> guilty, List<String> innocent) {
        return arguments(where, rule, guilty, innocent);
    }

    private static String reportOf(ArchRule rule, JavaClasses classes) {
        return String.join("\n", rule.evaluate(classes).getFailureReport().getDetails());
    }
}
