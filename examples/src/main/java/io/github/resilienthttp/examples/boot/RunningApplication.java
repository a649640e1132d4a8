// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.boot;

import io.github.resilienthttp.ResilientHttp;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample application as a guest in another program: no web server, no banner, no logging of its own. Thread-safe. */
public final class RunningApplication implements AutoCloseable {
    private static final String FILE = "--spring.config.location=classpath:/demo/application.properties";

    private final ConfigurableApplicationContext context;

    private RunningApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param properties on top of those of its file
     * @param beans that are there already, such as listeners and registries; not closed with it
     * @return running
     */
    public static RunningApplication start(Map<String, String> properties, Object... beans) {
        // Else Boot takes the logging of the process over: java.util.logging, where it finds nothing better.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication application = new SpringApplication(SampleApplication.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            for (Object bean : beans) {
                context.getBeanFactory().registerSingleton(bean.getClass().getName(), bean);
            }
        });
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        String[] all = new String[arguments.length + 1];
        all[0] = FILE;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new RunningApplication(application.run(all));
    }

    /**
     * The one engine of it, made from its properties.
     *
     * @return closed with the application
     */
    public ResilientHttp engine() {
        return context.getBean(ResilientHttp.class);
    }

    /**
     * The client of an HTTP interface.
     *
     * @param type one of this package
     * @param <T> the interface
     * @return thread-safe
     */
    public <T> T api(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
