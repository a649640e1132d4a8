// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.WaitSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private final List<String> told = new ArrayList<>();

    private final ResilienceListener writer = new ResilienceListener() {
        @Override
        public void onAttempt(String client, String method, AttemptReport attempt) {
            told.add(client + " " + method + " " + attempt.status());
        }

        @Override
        public void onWait(String client, WaitSource source, long nanos) {
            told.add(client + " " + source.label() + " " + nanos);
        }

        @Override
        public void onCall(CallReport call) {
            told.add(call.client() + " " + call.reason().label());
        }
    };

    /** Throws whatever it is, as languages without checked exceptions do. */
    private static ResilienceListener throwing(Throwable failure) {
        return new ResilienceListener() {
            @Override
            public void onAttempt(String client, String method, AttemptReport attempt) {
                ListenersTest.<RuntimeException>sneak(failure);
            }

            @Override
            public void onWait(String client, WaitSource source, long nanos) {
                ListenersTest.<RuntimeException>sneak(failure);
            }

            @Override
            public void onCall(CallReport call) {
                ListenersTest.<RuntimeException>sneak(failure);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void sneak(Throwable failure) throws X {
        throw (X) failure;
    }

    private static void tellAll(Listeners listeners) {
        listeners.attempted("api", "GET", CallReports.answered(503, 0, null));
        listeners.waiting("api", WaitSource.BACKOFF, 7);
        listeners.ended(CallReports.of(CallOutcome.FAILED, Reason.DEADLINE));
    }

    @Test
    void allAreToldInOrder() {
        tellAll(new Listeners(List.of(writer, writer)));
        assertThat(told)
                .containsExactly(
                        "api GET 503", "api GET 503", "api backoff 7", "api backoff 7", "api deadline", "api deadline");
    }

    @Test
    void whatOneThrowsIsNobodyElsesAffair() {
        for (Throwable failure : List.of(
                new IllegalStateException("unchecked"), new IOException("checked"), new AssertionError("error"))) {
            told.clear();
            tellAll(new Listeners(List.of(throwing(failure), writer, throwing(failure))));
            assertThat(told).containsExactly("api GET 503", "api backoff 7", "api deadline");
        }
    }

    @Test
    void withoutListenersNobodyListens() {
        assertThat(new Listeners(List.of()).listens()).isFalse();
        assertThat(new Listeners(List.of(writer)).listens()).isTrue();
        tellAll(new Listeners(List.of()));
    }
}
