// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of the rooms, for the packages below a root. The root is an argument so that each rule can be pointed at
 * planted classes and be seen to fail.
 */
final class Rooms {
    private static final String[] PLAIN_JAVA = {
        "java.lang..",
        "java.math",
        "java.nio.charset",
        "java.time..",
        "java.util",
        "java.util.concurrent",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "org.jspecify.annotations"
    };

    private final String root;

    Rooms(String root) {
        this.root = root;
    }

    /** Arrows point down only, every class stands in a known room, and the side rooms see little: nobody but users enters meter. */
    ArchRule arrowsPointDown() {
        LayeredArchitecture rooms = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .ensureAllClassesAreContainedInArchitecture();
        rooms = rooms.layer("front door").definedBy(root);
        for (String room : List.of(
                "call", "gate", "event", "decision", "hint", "policy", "config", "json", "meter", "stability")) {
            rooms = rooms.layer(room).definedBy(inside(room));
        }
        // Marks are worn everywhere.
        return rooms.ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(inside("stability")))
                .whereLayer("stability")
                .mayNotAccessAnyLayer()
                .whereLayer("front door")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("call")
                .mayOnlyAccessLayers("gate", "event", "decision", "hint", "policy")
                .whereLayer("gate")
                .mayOnlyAccessLayers("event", "decision", "hint", "policy")
                .whereLayer("event")
                .mayOnlyAccessLayers("decision", "hint", "policy")
                .whereLayer("decision")
                .mayOnlyAccessLayers("hint", "policy")
                .whereLayer("hint")
                .mayOnlyAccessLayers("policy")
                .whereLayer("policy")
                .mayNotAccessAnyLayer()
                .whereLayer("config")
                .mayOnlyAccessLayers("policy")
                .whereLayer("json")
                .mayOnlyAccessLayers("hint")
                .whereLayer("meter")
                .mayOnlyAccessLayers("event", "decision")
                .whereLayer("meter")
                .mayNotBeAccessedByAnyLayer();
    }

    ArchRule roomsAreFreeOfCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule policyIsPure() {
        return usesOnlyPlainJavaAnd("policy", inside("policy"));
    }

    ArchRule hintIsPure() {
        return usesOnlyPlainJavaAnd("hint", inside("hint"), inside("policy"), "org.greenbytes.http.sfv");
    }

    ArchRule decisionIsPure() {
        return usesOnlyPlainJavaAnd("decision", inside("decision"), inside("hint"), inside("policy"));
    }

    ArchRule configReadsFilesAndNothingElse() {
        return usesOnlyPlainJavaAnd("config", inside("config"), inside("policy"), "java.io", "java.nio.file");
    }

    /** The root may: a service hands in its own registries there. */
    ArchRule resilience4jIsNamedInGateOnly() {
        return onlyIn(new String[] {root, inside("gate")}, "io.github.resilience4j..")
                .as("Resilience4j is named in gate, and where registries are handed in, only");
    }

    ArchRule jacksonIsNamedInJsonOnly() {
        return onlyIn(new String[] {inside("json")}, "tools.jackson..", "com.fasterxml.jackson..")
                .as("Jackson, which may be absent, is named in json only");
    }

    ArchRule micrometerIsNamedInMeterOnly() {
        return onlyIn(new String[] {inside("meter")}, "io.micrometer..")
                .as("Micrometer, which may be absent, is named in meter only");
    }

    ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?)(\\$.*)?")
                .as("names say what a thing is: no Impl, Manager, Helper, Util");
    }

    List<ArchRule> all() {
        return List.of(
                arrowsPointDown(),
                roomsAreFreeOfCycles(),
                policyIsPure(),
                hintIsPure(),
                decisionIsPure(),
                configReadsFilesAndNothingElse(),
                resilience4jIsNamedInGateOnly(),
                jacksonIsNamedInJsonOnly(),
                micrometerIsNamedInMeterOnly(),
                namesSayWhatAThingIs());
    }

    private static ArchRule onlyIn(String[] places, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(places)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private ArchRule usesOnlyPlainJavaAnd(String room, String... more) {
        return classes()
                .that()
                .resideInAPackage(inside(room))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.of(Stream.of(PLAIN_JAVA), Stream.of(inside("stability")), Stream.of(more))
                        .flatMap(names -> names)
                        .toArray(String[]::new))
                .as(room + " uses plain Java and " + List.of(more) + " only");
    }

    private String inside(String room) {
        return root + "." + room + "..";
    }
}
