// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The grammars of the names that a configuration holds. Each method throws with a reason, or returns its argument. */
final class Syntax {
    /** RFC 9110 section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    /** RFC 6901 section 3, without the empty pointer: a whole document is no value. */
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*)+");

    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY", "POST", "PATCH");
    /** Headers of the client's own: setting them from here would break framing, routing or authentication. */
    private static final Set<String> RESERVED = Set.of(
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private Syntax() {}

    static String client(String name) {
        Check.that(
                CLIENT.matcher(name).matches(),
                "not a client's name; allowed: letters, digits, - and _, in parts separated by single dots");
        return name;
    }

    static String headerName(String name) {
        Check.that(TOKEN.matcher(name).matches(), "not a header name (a token of RFC 9110)");
        return name;
    }

    /** A header that we write into requests. */
    static String ownHeader(String name) {
        Check.that(!name.equalsIgnoreCase("none"), "it cannot be switched off");
        Check.that(!RESERVED.contains(headerName(name).toLowerCase(Locale.ROOT)), "a header with a meaning of its own");
        return name;
    }

    static String method(String name) {
        Check.that(TOKEN.matcher(name).matches(), "not a method: " + FaultText.shown(name));
        String upper = name.toUpperCase(Locale.ROOT);
        Check.that(
                name.equals(upper) || !METHODS.contains(upper),
                "methods are case-sensitive: write " + upper + ", not " + name);
        return name;
    }

    static String pointer(String pointer) {
        Check.that(POINTER.matcher(pointer).matches(), "not a JSON pointer (RFC 6901): " + FaultText.shown(pointer));
        return pointer;
    }

    static String instance(String name) {
        Check.that(PRINTABLE.matcher(name).matches() && !name.isBlank(), "not a name");
        return name;
    }
}
