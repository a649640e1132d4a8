// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.AdapterSetting;
import io.github.resilienthttp.contract.AdapterUnderTest;
import io.github.resilienthttp.contract.ContractRequest;
import io.github.resilienthttp.contract.Running;
import io.github.resilienthttp.contract.Trait;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.io.CloseMode;

/** The clients that call back, over HTTP/2, put to the contract. The server's HTTP/1.1 is spoken by a front. */
final class Http2Adapter implements AdapterUnderTest {
    /** The client of HTTP/2 only, before a front where a request that breaks off costs its stream. */
    static final AdapterKind ONLY = new Kind("Http2", Http2Kind.HTTP2_ONLY);

    /** A pool whose connections are shared, before a front where a request that breaks off costs the connection. */
    static final AdapterKind POOL = new Kind("Http2Pool", Http2Kind.MULTIPLEXING_POOL);

    private final Http2Front front;
    private final Http2Kind.Built built;

    private record Kind(String prefix, Http2Kind http2) implements AdapterKind {
        @Override
        public Set<Trait> lacks() {
            EnumSet<Trait> lacks = EnumSet.noneOf(Trait.class);
            // No thread waits for a call, so there is none to be interrupted.
            lacks.addAll(List.of(Trait.INTERRUPT, Trait.INTERRUPTS_ATTEMPTS));
            // A head is a frame: the front has read the server's to its end before it sends one.
            lacks.addAll(List.of(Trait.HTTP_1, Trait.TELLS_SHORT_STATUS_LINES));
            // The connections that the server sees are the front's, one for each stream.
            lacks.addAll(List.of(Trait.KEEPS_CONNECTIONS, Trait.DROPS_CONNECTIONS));
            // A connection is shared as soon as it stands: nobody waits for it to be given back.
            lacks.addAll(List.of(Trait.POOL_OF_ONE, Trait.CUTS_LEASE));
            // The front listens before the server does.
            lacks.add(Trait.LATE_SERVER);
            // This front ends the connection where a request breaks off, and with it the streams beside.
            if (http2 == Http2Kind.MULTIPLEXING_POOL) {
                lacks.add(Trait.OWN_CONNECTIONS);
            }
            return lacks;
        }

        @Override
        public AdapterUnderTest open(AdapterSetting setting) {
            Warm.up();
            return new Http2Adapter(http2, setting);
        }
    }

    /** What the first HTTP/2 request of a JVM takes longer is more than some of the contract's time limits. */
    private static final class Warm {
        private static final AtomicBoolean UP = new AtomicBoolean();

        static void up() {
            if (UP.compareAndSet(false, true)) {
                try (Http2Scene scene = Http2Scene.with(Http2Kind.HTTP2_ONLY, stream -> stream.answer(200, "warm"))) {
                    assertThat(scene.send("POST", "/").text()).isEqualTo("warm");
                } catch (IOException | InterruptedException failure) {
                    throw new AssertionError(failure);
                }
            }
        }
    }

    private Http2Adapter(Http2Kind kind, AdapterSetting setting) {
        int port = setting.server().port();
        front = kind == Http2Kind.HTTP2_ONLY ? Http2Front.isolatingBefore(port) : Http2Front.before(port);
        built = kind.build(setting.engine(), setting.connections());
        built.client().start();
    }

    @Override
    public URI uri(String target) {
        return front.uri(target);
    }

    @Override
    public Running start(ContractRequest request) {
        return AsyncAdapter.start(built.client(), request);
    }

    @Override
    public int leased() {
        return built.leased().getAsInt();
    }

    @Override
    public void close() {
        built.client().close(CloseMode.IMMEDIATE);
        front.close();
    }
}
