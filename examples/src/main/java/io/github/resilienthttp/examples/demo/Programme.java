// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.examples.upstreams.ButterCmsUpstream;
import io.github.resilienthttp.examples.upstreams.HelpdeskUpstream;
import io.github.resilienthttp.examples.upstreams.LocalizeUpstream;
import io.github.resilienthttp.examples.upstreams.Upstream;
import io.github.resilienthttp.examples.upstreams.VariationsUpstream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is shown: four upstreams, each with its own ups and downs. */
final class Programme {
    /** Settings that differ from {@code upstreams.properties}, so that a minute's limit is seen within seconds. */
    private static final Map<String, String> CHANGES = Map.of(
            "resilient-http.clients.variations.rate-limit.period", "5s",
            // The same 600 ms that 1 % of a minute are: the way to the server is no shorter here.
            "resilient-http.clients.variations.rate-limit.margin", "600ms");

    private static final Duration VARIATIONS_PERIOD = Duration.ofSeconds(5);
    private static final int VARIATIONS_PERMITS = 20;
    private static final int CALLERS = 8;
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final String WELL = "well";

    private Programme() {}

    static List<Act> start() {
        return List.of(buttercms(), helpdesk(), variations(), localize());
    }

    /** What the application is told about them: its own file knows neither addresses nor this haste. */
    static Map<String, String> properties(List<Act> acts) {
        Map<String, String> properties = new HashMap<>(CHANGES);
        acts.forEach(act -> properties.put(
                "spring.http.serviceclient." + act.name() + ".base-url",
                act.upstream().origin().toString()));
        return properties;
    }

    private static Act buttercms() {
        ButterCmsUpstream upstream = ButterCmsUpstream.start();
        String page = "/pages/home?auth_token=" + ButterCmsUpstream.READ_TOKEN;
        Script script = new Script(
                55,
                List.of(
                        new Episode(0, WELL, upstream::well),
                        new Episode(6, "brown-out, 1 in 3 is a 500", upstream::brownOut),
                        new Episode(14, WELL, upstream::well),
                        // What it tells lasts a little longer than the trouble does.
                        new Episode(18, "monthly quota used up", () -> upstream.quotaUsedUp(Duration.ofSeconds(26))),
                        new Episode(43, "well, a new month", upstream::well)));
        return act(upstream, script, List.of(get(upstream, page, "X-Demo: 1")));
    }

    private static Act helpdesk() {
        HelpdeskUpstream upstream = HelpdeskUpstream.start();
        String key = "Authorization: Bearer sk_live_demo";
        Script script = new Script(
                50,
                List.of(
                        new Episode(0, WELL, upstream::well),
                        new Episode(5, "burst limit, 429 (3 s)", () -> upstream.rateLimited(3)),
                        new Episode(8, WELL, upstream::well),
                        new Episode(16, "outage, all 500", upstream::failing),
                        new Episode(26, WELL, upstream::well)));
        return act(
                upstream,
                script,
                List.of(get(upstream, "/tickets/1", key), message("POST", upstream, "/tickets", key, "{\"n\": 1}")));
    }

    private static Act variations() {
        VariationsUpstream upstream = VariationsUpstream.start(VARIATIONS_PERMITS, VARIATIONS_PERIOD);
        String limit = "well, " + VARIATIONS_PERMITS + " per " + VARIATIONS_PERIOD.toSeconds() + " s";
        Script script = new Script(
                45,
                List.of(
                        new Episode(0, limit, upstream::well),
                        new Episode(14, "brown-out, 1 in 3 is a 500", upstream::brownOut),
                        new Episode(24, limit, upstream::well)));
        return act(upstream, script, List.of(get(upstream, "/variations", "Authorization: Bearer demo")));
    }

    private static Act localize() {
        LocalizeUpstream upstream = LocalizeUpstream.start();
        Script script = new Script(
                40,
                List.of(
                        new Episode(0, WELL, upstream::well),
                        new Episode(9, "token a limited (4 s)", () -> upstream.limitToken("a", 4)),
                        new Episode(13, WELL, upstream::well),
                        new Episode(22, "outage, all 500", upstream::failing),
                        new Episode(28, WELL, upstream::well)));
        return act(
                upstream,
                script,
                List.of(
                        get(upstream, "/projects/keys/1", "Authorization: Bearer a"),
                        get(upstream, "/projects/keys/1", "Authorization: Bearer b"),
                        get(upstream, "/projects/keys/1", "Authorization: Bearer b"),
                        get(upstream, "/projects/keys/hidden", "Authorization: Bearer b")));
    }

    private static Act act(Upstream upstream, Script script, List<Message> messages) {
        return new Act(upstream, messages, CALLERS, PAUSE, script);
    }

    private static Message get(Upstream upstream, String path, String header) {
        return message("GET", upstream, path, header, null);
    }

    private static Message message(
            String method, Upstream upstream, String path, String header, @Nullable String json) {
        String[] field = header.split(": ", 2);
        return new Message(method, upstream.origin().resolve(path), field[0], field[1], json);
    }
}
