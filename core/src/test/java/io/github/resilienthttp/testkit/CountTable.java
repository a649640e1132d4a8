// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a page that say how many requests a server sees of one call, so that tests can count them again. */
public final class CountTable {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+): ([^`]+)` \\|((?: \\d+ \\|)+)$");

    private CountTable() {}

    /**
     * A row.
     *
     * @param method of the call
     * @param answers such as {@code 503, 200} and {@code 429 Retry-After 1}; the last one repeats
     * @param counts of each column, from the left
     */
    public record Row(String method, String answers, List<Integer> counts) {
        /** {@return what the server answers, in order} */
        public Reply[] replies() {
            return Pattern.compile(", ").splitAsStream(answers).map(Row::reply).toArray(Reply[]::new);
        }

        private static Reply reply(String answer) {
            List<String> words = Pattern.compile(" ").splitAsStream(answer).toList();
            Reply reply = Reply.status(Integer.parseInt(words.get(0)));
            return words.size() < 3 ? reply : reply.header(words.get(1), words.get(2));
        }

        @Override
        public String toString() {
            return method + ": " + answers;
        }
    }

    /**
     * The rows of a page, from {@code <!-- counts -->} to {@code <!-- /counts -->}.
     *
     * @param page a file
     * @return at least one
     * @throws AssertionError where there is none
     */
    public static List<Row> of(Path page) {
        try {
            String text = Files.readString(page);
            Matcher rows =
                    ROW.matcher(text.substring(text.indexOf("<!-- counts -->"), text.indexOf("<!-- /counts -->")));
            List<Row> found = rows.results()
                    .map(row -> new Row(
                            row.group(1),
                            row.group(2),
                            Pattern.compile("\\|")
                                    .splitAsStream(row.group(3))
                                    .map(String::strip)
                                    .filter(cell -> !cell.isEmpty())
                                    .map(Integer::valueOf)
                                    .toList()))
                    .toList();
            if (found.isEmpty()) {
                throw new AssertionError(page + " counts nothing");
            }
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
