// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WithoutMicrometerTest {
    @Test
    @SuppressWarnings("unchecked")
    void theEngineWorks() throws Exception {
        try (URLClassLoader bare = withoutMicrometer()) {
            assertThatThrownBy(() -> bare.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> probe = Class.forName(OneCall.class.getName(), true, bare);
            assertThat(probe).isNotSameAs(OneCall.class);
            Supplier<String> call =
                    (Supplier<String>) probe.getDeclaredConstructor().newInstance();
            assertThat(call.get()).isEqualTo("recovered");
        }
    }

    private static URLClassLoader withoutMicrometer() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("micrometer")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
