// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.examples.JsonLine;
import io.github.resilienthttp.examples.live.LiveRun;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tools.jackson.core.JsonGenerator;

/** Tells the page how the run stands, and does to the upstreams what the page asks for. Thread-safe. */
final class Broadcast implements LiveRun {
    private static final String FOLLOW_THE_SCRIPT = "script";
    private static final List<String> WAITS = List.of("backoff", "hint", "cooldown", "rate-limit");

    private final Meters meters;
    private final ResilientHttp http;
    private final List<Act> acts;
    private final Function<Act, Counts> counts;
    private final LongSupplier elapsedMillis;

    Broadcast(
            Meters meters,
            ResilientHttp http,
            List<Act> acts,
            Function<Act, Counts> counts,
            LongSupplier elapsedMillis) {
        this.meters = meters;
        this.http = http;
        this.acts = acts;
        this.counts = counts;
        this.elapsedMillis = elapsedMillis;
    }

    @Override
    public String frame() {
        return JsonLine.of(json -> {
            json.writeNumberProperty("t", elapsedMillis.getAsLong() / 1e3);
            json.writeArrayPropertyStart("via");
            Senders.NAMES.forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("upstreams");
            acts.forEach(act -> upstream(json, act));
            json.writeEndArray();
        });
    }

    private void upstream(JsonGenerator json, Act act) {
        Fault held = act.script().held();
        Counts so = counts.apply(act);
        json.writeStartObject();
        json.writeStringProperty("name", act.name());
        json.writeStringProperty("what", act.script().what());
        json.writeStringProperty("fault", held == null ? FOLLOW_THE_SCRIPT : held.word());
        json.writeBooleanProperty("well", act.upstream().doing().equals("well"));
        json.writeNumberProperty("ok", so.ok());
        json.writeNumberProperty("recovered", so.recovered());
        json.writeNumberProperty("rejected", so.rejected());
        json.writeNumberProperty("failed", so.failed() - so.rejected());
        json.writeNumberProperty("refused", so.refused());
        json.writeNumberProperty("requests", so.requests());
        json.writeNumberProperty("sending", meters.active(act.name(), "sending"));
        json.writeNumberProperty("waiting", meters.active(act.name(), "waiting"));
        json.writeObjectPropertyStart("waited");
        WAITS.forEach(source -> json.writeNumberProperty(source, meters.waitedMillis(act.name(), source)));
        json.writeEndObject();
        shared(json, Shared.of(http, act.name()));
        json.writeEndObject();
    }

    private static void shared(JsonGenerator json, Shared shared) {
        json.writeStringProperty("breaker", shared.breaker());
        json.writeNumberProperty("cooldownMs", TimeUnit.NANOSECONDS.toMillis(shared.cooldownNanos()));
        json.writeNumberProperty("closed", shared.closed());
        json.writeNumberProperty("scopes", shared.scopes());
        json.writeNumberProperty("budget", Math.round(shared.budget() * 1e3) / 1e3);
    }

    @Override
    public String metrics() {
        return meters.scrape();
    }

    @Override
    public boolean befall(String upstream, String fault) {
        Act act = acts.stream()
                .filter(each -> each.name().equals(upstream))
                .findFirst()
                .orElse(null);
        if (act == null) {
            return false;
        }
        if (fault.equals(FOLLOW_THE_SCRIPT)) {
            act.script().resume();
            return true;
        }
        Fault chosen = Fault.of(fault).orElse(null);
        if (chosen == null) {
            return false;
        }
        act.script().hold(chosen, act.upstream());
        return true;
    }
}
