// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import net.jqwik.api.Group;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;

/** Which test classes are really run: others pass over in silence. */
final class TestShape {
    private static final DescribedPredicate<JavaClass> HOLD_TESTS_OF_THEIR_OWN = DescribedPredicate.describe(
            "hold tests",
            type -> !type.getModifiers().contains(JavaModifier.ABSTRACT)
                    && !type.isAnnotatedWith(Nested.class)
                    && !type.isAnnotatedWith(Group.class)
                    && type.getAllMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Testable.class)));

    private TestShape() {}

    /** The build runs top-level classes by these names, and what lies in them as {@code @Nested} or {@code @Group}. */
    static ArchRule testsAreRun() {
        return classes()
                .that(HOLD_TESTS_OF_THEIR_OWN)
                .should()
                .haveNameMatching("[^$]*(Test|Properties)")
                .as("classes that hold tests are top-level *Test or *Properties, or @Nested");
    }
}
