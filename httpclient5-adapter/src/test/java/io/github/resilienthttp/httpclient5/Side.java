// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import java.util.List;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;

/** What is compared: HttpClient as it comes, and the same with the engine in it. */
enum Side {
    BUILT_IN {
        @Override
        @Nullable
        ResilientHttp engine(String... settings) {
            return null;
        }
    },
    OURS {
        @Override
        ResilientHttp engine(String... settings) {
            return Scene.engine(List.of(settings));
        }
    };

    abstract @Nullable ResilientHttp engine(String... settings);

    static HttpAsyncClientBuilder fit(HttpAsyncClientBuilder builder, @Nullable ResilientHttp engine) {
        return engine == null ? builder : ResilientHttpClient5.install(builder, engine);
    }

    static HttpClientBuilder fit(HttpClientBuilder builder, @Nullable ResilientHttp engine) {
        return engine == null ? builder : ResilientHttpClient5.install(builder, engine);
    }
}
