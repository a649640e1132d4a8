// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.AdapterSetting;
import io.github.resilienthttp.contract.AdapterUnderTest;
import io.github.resilienthttp.contract.Trait;
import java.util.EnumSet;
import java.util.Set;

/** Where the engine stands, and over which request factory: each put to the whole contract. */
enum SpringKind implements AdapterKind {
    HTTP_COMPONENTS(Factory.HTTP_COMPONENTS, Layer.INTERCEPTOR),
    JDK(Factory.JDK, Layer.INTERCEPTOR),
    JETTY(Factory.JETTY, Layer.INTERCEPTOR),
    REACTOR(Factory.REACTOR, Layer.INTERCEPTOR),
    SIMPLE(Factory.SIMPLE, Layer.INTERCEPTOR),
    HTTP_COMPONENTS_STREAMING(Factory.HTTP_COMPONENTS, Layer.TRANSPORT),
    JDK_STREAMING(Factory.JDK, Layer.TRANSPORT),
    TEMPLATE(Factory.HTTP_COMPONENTS, Layer.TEMPLATE);

    /** Where the engine stands. */
    enum Layer {
        INTERCEPTOR,
        TRANSPORT,
        TEMPLATE
    }

    private final Factory factory;
    private final Layer layer;

    SpringKind(Factory factory, Layer layer) {
        this.factory = factory;
        this.layer = layer;
    }

    @Override
    public String prefix() {
        return "Spring";
    }

    /** What Spring or the client below it cannot do, or gives no handle for. */
    @Override
    public Set<Trait> lacks() {
        Set<Trait> lacks = EnumSet.of(Trait.CANCEL, Trait.SEES_REDIRECTS);
        if (layer != Layer.TRANSPORT) {
            lacks.addAll(EnumSet.of(Trait.ONE_SHOT_BODY, Trait.CHUNKED_BODY));
        }
        lacks.addAll(
                switch (factory) {
                    // Spring's factory for it knows no QUERY.
                    case HTTP_COMPONENTS -> EnumSet.of(Trait.INTERRUPTS_ATTEMPTS, Trait.QUERY);
                    // An interrupt ends a connect too, but does not tell that it was one.
                    // It repeats a GET below the engine.
                    case JDK -> EnumSet.of(Trait.CUTS_CONNECT, Trait.CUTS_LEASE, Trait.POOL_OF_ONE, Trait.SENDS_ONCE);
                    // It bounds a response head only where told to.
                    case JETTY -> EnumSet.of(Trait.CUTS_CONNECT, Trait.CUTS_LEASE, Trait.BOUNDS_HEADS);
                    case REACTOR ->
                        EnumSet.of(
                                Trait.CUTS_CONNECT, Trait.CUTS_LEASE, Trait.KNOWS_VERSIONS, Trait.LEAVES_LONG_BODIES);
                    default ->
                        EnumSet.of(
                                Trait.INTERRUPTS_ATTEMPTS,
                                Trait.CUTS_HEAD,
                                Trait.CUTS_SENDING,
                                Trait.CUTS_CONNECT,
                                Trait.CUTS_LEASE,
                                Trait.POOL_OF_ONE,
                                Trait.PATCH,
                                Trait.QUERY,
                                Trait.SENDS_ONCE,
                                Trait.NOTICES_BROKEN_HEADS,
                                Trait.TELLS_SHORT_STATUS_LINES,
                                Trait.CHALLENGE_BODIES,
                                Trait.LEAVES_LONG_BODIES);
                });
        if (factory == Factory.SIMPLE && !Factory.SIMPLE_NOTICES_BROKEN_BODIES) {
            lacks.add(Trait.NOTICES_BROKEN_BODIES);
        }
        return lacks;
    }

    @Override
    public AdapterUnderTest open(AdapterSetting setting) {
        try {
            return new SpringAdapter(setting, factory.open(setting.connections(), Factory.LONG), layer);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
