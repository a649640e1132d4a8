// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class JsonSupportTest {
    @Test
    void findsTheOneReaderWhereJacksonIs() {
        assertThat(JsonSupport.find()).isInstanceOf(JacksonJsonReader.class).isSameAs(JsonSupport.find());
    }

    @Test
    void findsNoneWithoutJackson() throws Exception {
        try (URLClassLoader withoutJackson = new WithoutJackson()) {
            Class<?> support = Class.forName(JsonSupport.class.getName(), true, withoutJackson);
            assertThat(support).isNotSameAs(JsonSupport.class);
            Method find = support.getMethod("find");
            assertThat(find.invoke(null)).isNull();
        }
    }

    /** Sees this project's classes and the JDK, and nothing of Jackson. */
    private static final class WithoutJackson extends URLClassLoader {
        WithoutJackson() {
            super(
                    new URL[] {
                        JsonSupport.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    ClassLoader.getPlatformClassLoader());
        }
    }
}
