// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of RFC 9110 section 4.3.1; lower case, the port always explicit, an IPv6 address without its
 * brackets. {@link #toString} is the text of the configuration.
 *
 * @param scheme such as {@code https}
 * @param host a name in ASCII, or an address
 * @param port from 1 to 65535
 */
@Stable
public record Origin(String scheme, String host, int port) {
    private static final Pattern TEXT =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<authority>[^/?#]*)(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]|[A-Za-z0-9._-]+)(:(?<port>[0-9]{1,5}))?");

    /**
     * Makes scheme and host lower case and takes the brackets from an IPv6 address.
     *
     * @param scheme such as {@code https}
     * @param host a name in ASCII, or an address
     * @param port from 1 to 65535
     */
    public Origin {
        scheme = scheme.toLowerCase(Locale.ROOT);
        host = host.toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        Check.that(!scheme.isEmpty() && !host.isEmpty(), "an origin has a scheme and a host");
        Check.that(port >= 1 && port <= 65_535, "a port is from 1 to 65535, not " + port);
    }

    /**
     * An origin whose port may be left out.
     *
     * @param scheme such as {@code https}
     * @param host a name or an address
     * @param port from 1 to 65535, or 0 or less for the one that the scheme implies (http 80, https 443)
     * @return the origin
     * @throws IllegalArgumentException where a part is empty, or the port is missing and the scheme implies none
     */
    public static Origin of(String scheme, String host, int port) {
        return new Origin(scheme, host, port > 0 ? port : impliedPort(scheme.toLowerCase(Locale.ROOT)));
    }

    /**
     * Reads the text of the configuration.
     *
     * @param text such as {@code https://api.github.com} or {@code http://[::1]:8080}: no path, query, or user
     * @return the origin
     * @throws IllegalArgumentException says what is wrong; the text is not part of it, for it may hold credentials
     */
    public static Origin parse(String text) {
        Matcher parts = TEXT.matcher(text);
        Check.that(parts.matches(), "not an origin");
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        Check.that(impliedPort(scheme) > 0, "the scheme must be http or https");
        String authority = parts.group("authority");
        Check.that(authority.indexOf('@') < 0, "an origin names no user");
        Check.that(parts.group("rest").isEmpty(), "an origin has no path and no query");
        Check.that(authority.chars().allMatch(c -> c < 128), "the host must be in ASCII (xn--…)");
        Matcher address = AUTHORITY.matcher(authority);
        Check.that(address.matches(), "the host or the port cannot be read");
        String port = address.group("port");
        return new Origin(scheme, address.group("host"), port == null ? impliedPort(scheme) : Integer.parseInt(port));
    }

    private static int impliedPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }

    @Override
    public String toString() {
        String address = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return scheme + "://" + address + (port == impliedPort(scheme) ? "" : ":" + port);
    }
}
