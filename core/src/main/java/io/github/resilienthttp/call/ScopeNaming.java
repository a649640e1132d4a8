// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.gate.Scopes;
import io.github.resilienthttp.policy.ScopeRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the scope a request belongs to, by the rule of the policy or the caller's own word. */
final class ScopeNaming {
    /** Scopes are compared within one process only: with a salt of its own, a hash in a log tells nothing about a token. */
    private static final byte[] SALT = salt();

    private final ScopeRule rule;

    ScopeNaming(ScopeRule rule) {
        this.rule = rule;
    }

    /** Not a seed: those may wait for the machine to gather randomness. */
    private static byte[] salt() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    Scope find(Scopes scopes, RequestView request, @Nullable String named, long now) {
        if (named != null) {
            return scopes.acquire("", "", 0, named, now);
        }
        return switch (rule.kind()) {
            case CLIENT -> scopes.acquire("", "", 0, null, now);
            case ORIGIN -> ofOrigin(scopes, request, null, now);
            case HEADER -> ofOrigin(scopes, request, hashed(request), now);
            case PATH -> ofOrigin(scopes, request, prefix(request.path(), rule.segments()), now);
        };
    }

    private static Scope ofOrigin(Scopes scopes, RequestView request, @Nullable String extra, long now) {
        int port = request.port();
        return scopes.acquire(
                request.scheme(),
                request.host(),
                port > 0 ? port : "https".equals(request.scheme()) ? 443 : 80,
                extra,
                now);
    }

    private @Nullable String hashed(RequestView request) {
        String header = rule.header();
        String value = header == null ? null : request.headers().first(header);
        if (header == null || value == null) {
            return null;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(SALT);
            byte[] hash = digest.digest(value.getBytes(StandardCharsets.UTF_8));
            return header.toLowerCase(Locale.ROOT) + "#" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The first segments of a path, {@code /api/v1} for two of {@code /api/v1/keys/7}. */
    static String prefix(String path, int segments) {
        int end = 0;
        for (int n = 0; n < segments && end < path.length(); n++) {
            int slash = path.indexOf('/', end + 1);
            end = slash < 0 ? path.length() : slash;
        }
        return path.substring(0, end);
    }
}
