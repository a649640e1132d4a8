// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.examples.BadUse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request that is tried.
 *
 * @param method as it goes out
 * @param uri absolute, http or https, with a host, without credentials
 * @param headers what the user adds
 * @param body what is sent with it
 */
public record TryRequest(String method, URI uri, List<HeaderLine> headers, RequestBody body) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LARGEST_PORT = 65_535;

    /**
     * Checks what was typed.
     *
     * @param method null: GET, or POST where there is a body
     * @param url as typed
     * @param headers already checked
     * @param body what is sent with it
     * @return the request
     * @throws BadUse says what is wrong; never tells the query
     */
    public static TryRequest of(@Nullable String method, String url, List<HeaderLine> headers, RequestBody body) {
        String verb = method == null ? body.present() ? "POST" : "GET" : method;
        if (!TOKEN.matcher(verb).matches() || verb.equals("CONNECT")) {
            throw new BadUse("--method: an HTTP method is wanted, GET or POST for instance, and not CONNECT");
        }
        return new TryRequest(verb, checked(url), headers, body);
    }

    private static URI checked(String url) {
        URI uri = parse(url);
        String scheme = uri.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            throw badUrl();
        }
        if (uri.getRawUserInfo() != null) {
            throw new BadUse("URL: credentials before the @ are not sent: use --header 'Authorization: ...'");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
            throw badUrl();
        }
        return uri;
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException notAUrl) {
            throw badUrl();
        }
    }

    private static BadUse badUrl() {
        return new BadUse("URL: an absolute http or https URL is wanted, special characters percent-encoded: "
                + "https://host[:port]/path");
    }

    /** The URL as it may be shown: query values may be secrets. */
    String shown() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?…";
        return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath() + query;
    }
}
