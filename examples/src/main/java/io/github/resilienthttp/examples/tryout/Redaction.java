// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of a message what must never be shown: query strings, and the values of the user's own header fields. */
final class Redaction {
    private static final String GONE = "…";
    private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'\\])>]+");
    private static final Pattern USER_INFO = Pattern.compile("//[^\\s/@]+@");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}]+");
    /** What is shorter is no secret, and would tear words apart. */
    private static final int SHORTEST_SECRET = 5;

    private static final int LONGEST = 500;

    private final List<String> secrets;

    Redaction(TryRequest request) {
        Stream<String> headers = request.headers().stream().flatMap(Redaction::parts);
        secrets = Stream.concat(headers, queryValues(request))
                .filter(value -> value.length() >= SHORTEST_SECRET)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** {@code Bearer abc} is shown neither whole nor as {@code abc} alone. */
    private static Stream<String> parts(HeaderLine header) {
        return Stream.concat(
                        Stream.of(header.value()), Arrays.stream(header.value().split("\\s+")))
                .filter(part -> !part.equalsIgnoreCase("bearer") && !part.equalsIgnoreCase("basic"));
    }

    private static Stream<String> queryValues(TryRequest request) {
        return Stream.of(request.uri().getRawQuery(), request.uri().getQuery())
                .filter(query -> query != null)
                .flatMap(query -> Arrays.stream(query.split("[&=]")));
    }

    /** Class and message of a failure, on one line. */
    String describe(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getName();
        return message == null || message.isBlank() ? name : name + ": " + clean(message);
    }

    /** One line of it, without secrets, at most 500 characters. */
    String clean(String message) {
        String text = CONTROL.matcher(message).replaceAll(" ").strip();
        text = USER_INFO.matcher(text).replaceAll("//" + GONE + "@");
        text = QUERY.matcher(text).replaceAll("?" + GONE);
        for (String secret : secrets) {
            text = text.replace(secret, GONE);
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + GONE;
    }
}
