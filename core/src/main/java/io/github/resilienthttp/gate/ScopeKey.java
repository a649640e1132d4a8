package io.github.resilienthttp.gate;

import org.jspecify.annotations.Nullable;

/**
 * What tells the scopes of one client apart.
 *
 * @param extra a path prefix, a hashed header, a name given by the caller; or null
 */
record ScopeKey(String scheme, String host, int port, @Nullable String extra) {
    /** The label of the one scope of a client that has no other. */
    static final String WHOLE_CLIENT = "client";

    boolean is(String otherScheme, String otherHost, int otherPort, @Nullable String otherExtra) {
        return port == otherPort
                && host.equals(otherHost)
                && scheme.equals(otherScheme)
                && (extra == null ? otherExtra == null : extra.equals(otherExtra));
    }

    /** Fit for logs, and for names in registries. */
    String label() {
        StringBuilder text = new StringBuilder();
        if (!host.isEmpty()) {
            text.append(scheme).append("://").append(host.indexOf(':') < 0 ? host : "[" + host + "]");
            if (port > 0 && port != defaultPort()) {
                text.append(':').append(port);
            }
        }
        if (extra != null) {
            text.append(text.length() == 0 || extra.startsWith("/") ? "" : " ").append(extra);
        }
        return text.length() == 0 ? WHOLE_CLIENT : text.toString();
    }

    private int defaultPort() {
        return "https".equals(scheme) ? 443 : 80;
    }
}
