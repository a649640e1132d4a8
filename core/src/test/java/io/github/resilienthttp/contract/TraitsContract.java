// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an adapter lacks is written down, and no theme of the contract is forgotten. */
public abstract class TraitsContract extends Contract {
    /** For subclasses. */
    protected TraitsContract() {}

    /**
     * The traits that this adapter is known to lack, written out by hand: tests that need them are aborted.
     *
     * @return the traits
     */
    protected abstract Set<Trait> knownToLack();

    @Test
    void whatIsLackingIsKnown() {
        assertThat(adapter().lacks()).isEqualTo(knownToLack());
    }

    /** The build passes over nested classes and other names in silence. */
    @Test
    void everyThemeIsPutToTheTest() throws ClassNotFoundException {
        String home = adapter().getClass().getPackageName();
        for (Class<? extends Contract> theme : Contracts.ALL) {
            Class<?> test =
                    Class.forName(home + "." + Contracts.testOf(adapter().prefix(), theme));
            assertThat(test).isAssignableTo(theme);
            assertThat(Modifier.isAbstract(test.getModifiers())).isFalse();
            assertThat(test.getEnclosingClass()).isNull();
        }
    }
}
