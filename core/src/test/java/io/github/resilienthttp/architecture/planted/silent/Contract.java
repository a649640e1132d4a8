// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.silent;

import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

abstract class Contract {
    @Test
    void isKept() {}

    static class NestedSubclassTest extends Contract {}

    static class NestedProperties {
        @Property
        void isNeverRun() {}
    }
}
