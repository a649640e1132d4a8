// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.examples.boot.ButterCmsApi;
import io.github.resilienthttp.examples.boot.HelpdeskApi;
import io.github.resilienthttp.examples.boot.LocalizeApi;
import io.github.resilienthttp.examples.boot.RunningApplication;
import io.github.resilienthttp.examples.boot.VariationsApi;
import io.github.resilienthttp.examples.upstreams.ButterCmsUpstream;
import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.web.client.RestClientException;

/** The HTTP interface of an API, in an application of Spring Boot's: it asks for the same in its own words. */
final class InterfaceSender implements MessageSender {
    private final Consumer<Message> api;

    private InterfaceSender(Consumer<Message> api) {
        this.api = api;
    }

    static InterfaceSender of(RunningApplication application, String client) {
        return new InterfaceSender(
                switch (client) {
                    case "buttercms" -> buttercms(application.api(ButterCmsApi.class));
                    case "helpdesk" -> helpdesk(application.api(HelpdeskApi.class));
                    case "variations" -> variations(application.api(VariationsApi.class));
                    case "localize" -> localize(application.api(LocalizeApi.class));
                    default -> throw new IllegalArgumentException(client + " has no interface");
                });
    }

    private static Consumer<Message> buttercms(ButterCmsApi api) {
        return message -> api.page(last(message), "Token " + ButterCmsUpstream.READ_TOKEN);
    }

    private static Consumer<Message> helpdesk(HelpdeskApi api) {
        return message -> {
            if (message.json() == null) {
                api.ticket(last(message), message.value());
            } else {
                api.open(message.json(), message.value());
            }
        };
    }

    private static Consumer<Message> variations(VariationsApi api) {
        return message -> api.all(message.value());
    }

    private static Consumer<Message> localize(LocalizeApi api) {
        return message -> api.key(last(message), message.value());
    }

    /** What the path ends with names the thing. */
    private static String last(Message message) {
        String path = message.uri().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void send(Message message) throws IOException {
        try {
            api.accept(message);
        } catch (RestClientException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void close() {
        // The application closes its clients.
    }
}
