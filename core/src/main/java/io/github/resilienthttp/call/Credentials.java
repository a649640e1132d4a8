// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.hint.HeaderView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the credentials of a request out of what the API says of its error, which goes into logs and reports: some APIs
 * repeat the token that they did not like.
 */
final class Credentials {
    private static final String GONE = "…";
    private static final Pattern NAME = Pattern.compile("authorization|cookie|token|secret|password|api-?key");

    /** What is shorter is no secret, and would tear words apart. */
    private static final int SHORTEST = 5;

    /** The longest first: a part must not spoil the whole. */
    private static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private Credentials() {}

    static @Nullable ErrorDetails removed(HeaderView request, @Nullable ErrorDetails error) {
        if (error == null) {
            return null;
        }
        SortedSet<String> secrets = new TreeSet<>(ORDER);
        request.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (NAME.matcher(lower).find()) {
                collect(value, lower.contains("cookie"), secrets);
            }
        });
        secrets.removeIf(secret -> secret.length() < SHORTEST);
        return secrets.isEmpty() ? error : without(secrets, error);
    }

    /** {@code Bearer abc} is a secret as a whole and from its second word on, {@code a=b; c=d} from each equals sign on. */
    private static void collect(String value, boolean cookies, SortedSet<String> secrets) {
        secrets.add(value.strip());
        String[] parts = value.strip().split(cookies ? "[;\\s]+" : "\\s+", -1);
        for (int n = cookies || parts.length == 1 ? 0 : 1; n < parts.length; n++) {
            secrets.add(cookies ? parts[n].substring(parts[n].indexOf('=') + 1) : parts[n]);
        }
    }

    private static ErrorDetails without(SortedSet<String> secrets, ErrorDetails error) {
        Map<String, String> fields = new LinkedHashMap<>();
        error.fields().forEach((field, message) -> fields.put(field, clean(secrets, message)));
        return new ErrorDetails(
                error.code() == null ? null : clean(secrets, error.code()),
                error.message() == null ? null : clean(secrets, error.message()),
                fields,
                error.requestId() == null ? null : clean(secrets, error.requestId()));
    }

    private static String clean(SortedSet<String> secrets, String text) {
        String cleaned = text;
        for (String secret : secrets) {
            cleaned = cleaned.replace(secret, GONE);
        }
        return cleaned;
    }
}
