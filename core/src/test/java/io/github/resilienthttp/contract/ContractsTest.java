// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractsTest {
    @Test
    void everyThemeThatThereIsIsListed() {
        Set<String> themes = new ClassFileImporter()
                .importPackages(Contract.class.getPackageName()).stream()
                        .filter(type -> type.isAssignableTo(Contract.class) && !type.isEquivalentTo(Contract.class))
                        .filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(Contracts.ALL).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(themes);
    }
}
