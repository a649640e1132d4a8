// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.live;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets in nobody whose page merely resolves to this machine, and lets the page load nothing from elsewhere: any web site that is
 * open in the same browser can send requests here.
 */
final class LoopbackOnly extends Filter {
    private static final Pattern OURS = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:\\d+)?");

    @Override
    public String description() {
        return "loopback only";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Headers answer = exchange.getResponseHeaders();
        answer.set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        answer.set("X-Content-Type-Options", "nosniff");
        answer.set("Referrer-Policy", "no-referrer");
        answer.set("Cache-Control", "no-store");
        if (named(exchange.getRequestHeaders().getFirst("Host"))) {
            chain.doFilter(exchange);
        } else {
            try (exchange) {
                Answer.text(421, "this is a page of localhost").write(exchange);
            }
        }
    }

    private static boolean named(@Nullable String host) {
        return host != null && OURS.matcher(host).matches();
    }
}
