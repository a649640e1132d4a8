// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HopBodyTest {
    /** Takes a few bytes at a time. */
    private static final class Narrow implements DataStreamChannel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private boolean ended;

        @Override
        public void requestOutput() {
            // Asked for by hand.
        }

        @Override
        public int write(ByteBuffer bytes) {
            byte[] some = new byte[Math.min(3, bytes.remaining())];
            bytes.get(some);
            taken.writeBytes(some);
            return some.length;
        }

        @Override
        public void endStream() {
            ended = true;
        }

        @Override
        public void endStream(@Nullable List<? extends Header> trailers) {
            ended = true;
        }

        String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }
    }

    private final HopBody body = HopBody.of(AsyncEntityProducers.create("0123456789"));

    private static void drain(AsyncEntityProducer producer, Narrow channel) throws IOException {
        for (int turns = 0; turns < 20 && !channel.ended; turns++) {
            producer.produce(channel);
        }
    }

    @Test
    void eachAttemptHasTheBodyFromItsBeginning() throws IOException {
        requireNonNull(body.next()).produce(new Narrow());
        Narrow second = new Narrow();
        drain(requireNonNull(body.next()), second);
        assertThat(second.text()).isEqualTo("0123456789");
    }

    @Test
    void anAttemptThatIsOverTakesNothingFromTheNext() throws IOException {
        AsyncEntityProducer stale = requireNonNull(body.next());
        stale.produce(new Narrow());
        AsyncEntityProducer live = requireNonNull(body.next());
        Narrow channel = new Narrow();
        live.produce(channel);
        Narrow late = new Narrow();
        stale.produce(late);
        stale.releaseResources();
        drain(live, channel);
        assertThat(late.text()).isEmpty();
        assertThat(late.ended).as("its stream is ended, not broken").isTrue();
        assertThat(channel.text()).isEqualTo("0123456789");
    }

    @Test
    void withoutABodyThereIsNothingToReplay() {
        HopBody none = HopBody.of(null);
        assertThat(none.next()).isNull();
        assertThat(none.replayable()).isTrue();
    }
}
