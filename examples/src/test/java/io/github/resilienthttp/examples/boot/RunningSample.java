// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.boot;

import io.github.resilienthttp.examples.upstreams.ButterCmsUpstream;
import io.github.resilienthttp.examples.upstreams.HelpdeskUpstream;
import io.github.resilienthttp.examples.upstreams.LocalizeUpstream;
import io.github.resilienthttp.examples.upstreams.Upstream;
import io.github.resilienthttp.examples.upstreams.VariationsUpstream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The four APIs and the application, started for real on free ports; settings on the command line come before its file. */
final class RunningSample implements AutoCloseable {
    final ButterCmsUpstream buttercms = ButterCmsUpstream.start();
    final HelpdeskUpstream helpdesk = HelpdeskUpstream.start();
    final VariationsUpstream variations = VariationsUpstream.start(20, Duration.ofSeconds(60));
    final LocalizeUpstream localize = LocalizeUpstream.start();
    final ConfigurableApplicationContext context;

    RunningSample(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--spring.config.location=classpath:/boot-sample/"));
        for (Upstream upstream : upstreams()) {
            arguments.add("--spring.http.serviceclient." + upstream.client() + ".base-url=" + upstream.origin());
        }
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        SpringApplication application = new SpringApplication(SampleApplication.class);
        application.setRegisterShutdownHook(false);
        context = application.run(arguments.toArray(String[]::new));
    }

    private List<Upstream> upstreams() {
        return List.of(buttercms, helpdesk, variations, localize);
    }

    <T> T api(Class<T> type) {
        return context.getBean(type);
    }

    String url(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    @Override
    public void close() {
        context.close();
        upstreams().forEach(Upstream::close);
    }
}
