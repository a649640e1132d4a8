// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.hint.HeaderView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    private final SortedSet<String> secrets = new TreeSet<>(ORDER);

    /** Those of them that would not stand in a text by chance, not even their beginning. */
    private final Set<String> words = new LinkedHashSet<>();

    private Credentials() {}

    /**
     * Takes out the values of headers that are credentials by their name, and of the one that scopes are told apart by.
     *
     * @param scopeHeader the name of that one, or null
     */
    static @Nullable ErrorDetails removed(
            HeaderView request, @Nullable String scopeHeader, @Nullable ErrorDetails error) {
        if (error == null) {
            return null;
        }
        Credentials credentials = new Credentials();
        request.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (NAME.matcher(lower).find() || name.equalsIgnoreCase(scopeHeader)) {
                credentials.collect(value, lower.contains("cookie"));
            }
        });
        return credentials.secrets.isEmpty() ? error : credentials.without(error);
    }

    /** {@code Bearer abc} is a secret as a whole and from its second word on, {@code a=b; c=d} from each equals sign on. */
    private void collect(String value, boolean cookies) {
        add(secrets, value.strip());
        String[] parts = value.strip().split(cookies ? "[;\\s]+" : "\\s+", -1);
        for (int n = cookies || parts.length == 1 ? 0 : 1; n < parts.length; n++) {
            String word = cookies ? parts[n].substring(parts[n].indexOf('=') + 1) : parts[n];
            add(secrets, word);
            add(words, word);
        }
    }

    private static void add(Set<String> secrets, String secret) {
        if (secret.length() >= SHORTEST) {
            secrets.add(secret);
        }
    }

    private ErrorDetails without(ErrorDetails error) {
        Map<String, String> fields = new LinkedHashMap<>();
        error.fields().forEach((field, message) -> fields.put(clean(field), clean(message)));
        return new ErrorDetails(
                error.code() == null ? null : clean(error.code()),
                error.message() == null ? null : clean(error.message()),
                fields,
                error.requestId() == null ? null : clean(error.requestId()));
    }

    private String clean(String text) {
        String cleaned = text;
        for (String secret : secrets) {
            cleaned = cleaned.replace(secret, GONE);
        }
        for (String word : words) {
            cleaned = withoutBeginning(word, cleaned);
        }
        return cleaned;
    }

    /** Long texts are cut off, maybe in the middle of a secret: what is left of it goes as well. */
    private static String withoutBeginning(String word, String text) {
        for (int length = Math.min(word.length() - 1, text.length()); length >= SHORTEST; length--) {
            if (text.regionMatches(text.length() - length, word, 0, length)) {
                return text.substring(0, text.length() - length) + GONE;
            }
        }
        return text;
    }
}
