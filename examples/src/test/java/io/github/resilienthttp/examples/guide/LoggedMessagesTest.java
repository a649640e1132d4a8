// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the modules can log, read from their sources, is what the page says that they log. */
class LoggedMessagesTest {
    private static final List<String> MODULES = List.of("core", "httpclient5-adapter", "spring-adapter", "storm");
    private static final Pattern HOME = Pattern.compile("package io\\.github\\.resilienthttp\\.?([\\w.]*);");
    private static final Pattern LOGGER = Pattern.compile("getLogger\\((?:(\\w+)\\.class|\"([^\"]+)\")\\)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern MESSAGE = Pattern.compile(
            "LOG\\.(trace|debug|info|warn|error)\\(\\s*(" + LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*)");
    private static final Pattern WARNING = Pattern.compile("(?s)warnings\\.add\\((.*?)\\);\n");
    private static final Pattern ANY = Pattern.compile("\\bLOG\\.(?!is)\\w+\\(");

    private final GuidePage page = GuidePage.named("log");

    @Test
    void everyMessageHasItsRowAndNoOther() throws IOException {
        assertThat(rows("messages")).containsExactlyInAnyOrderElementsOf(logged());
    }

    @Test
    void everyWarningOfAPlanHasItsRowAndNoOther() throws IOException {
        String source =
                Files.readString(Path.of("../core/src/main/java/io/github/resilienthttp/policy/PlanWarnings.java"));
        List<String> rows = rows("warnings");
        List<String> warnings = WARNING.matcher(source)
                .results()
                .map(statement -> statement.group(1))
                .toList();
        assertThat(rows).hasSameSizeAs(warnings);
        for (String warning : warnings) {
            List<String> words = LITERAL.matcher(warning)
                    .results()
                    .map(literal -> literal.group(1).strip().replaceAll("^% |:$", ""))
                    .filter(literal -> literal.length() > 3)
                    .limit(2)
                    .toList();
            assertThat(rows).as(words.toString()).anyMatch(row -> words.stream().allMatch(row::contains));
        }
    }

    /** What stands in backquotes in the cells of a table: level, logger and message, or the first cell alone. */
    private List<String> rows(String table) {
        String text = page.text();
        String rows = text.substring(text.indexOf("<!-- " + table + " -->"), text.indexOf("<!-- /" + table + " -->"));
        Pattern row = table.equals("messages")
                ? Pattern.compile("(?m)^\\| ([A-Z]+) \\| `([^`]+)` \\| `([^`]+)` \\|")
                : Pattern.compile("(?m)^\\|()() `([^`]+)` \\|");
        return row.matcher(rows)
                .results()
                .map(cells -> (cells.group(1) + " " + cells.group(2) + " " + cells.group(3)).strip())
                .toList();
    }

    private static List<String> logged() throws IOException {
        List<String> messages = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    messages.addAll(logged(Files.readString(file)));
                }
            }
        }
        assertThat(messages).hasSizeGreaterThan(10);
        return messages;
    }

    private static List<String> logged(String source) {
        List<String> messages = MESSAGE.matcher(source)
                .results()
                .map(call -> call.group(1).toUpperCase(Locale.ROOT) + " " + logger(source) + " " + text(call))
                .toList();
        assertThat(ANY.matcher(source).results()).as(source).hasSameSizeAs(messages);
        return messages;
    }

    private static String text(MatchResult call) {
        StringBuilder text = new StringBuilder();
        Matcher literals = LITERAL.matcher(call.group(2));
        while (literals.find()) {
            text.append(literals.group(1));
        }
        return text.toString().replace("\\n", " ").replaceAll("\\s+", " ");
    }

    /** Its name below ours. */
    private static String logger(String source) {
        Matcher logger = LOGGER.matcher(source);
        Matcher home = HOME.matcher(source);
        assertThat(logger.find() && home.find()).as(source).isTrue();
        return logger.group(1) == null
                ? logger.group(2).replaceFirst("^io\\.github\\.resilienthttp\\.", "")
                : home.group(1) + "." + logger.group(1);
    }
}
