// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of promises names tests that are there and run. */
class PromisesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve(Path.of("docs", "promises.md"));
    private static final Pattern NAMED = Pattern.compile("`(\\w+#\\w+)`");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.contains("| tests |"))
                .toList();
    }

    private static List<String> named(String text) {
        return NAMED.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(code -> code.replace("`", ""))
                .toList();
    }

    @Test
    void everyNamedTestIsThereAndRuns() throws IOException {
        TestSources sources = TestSources.below(ROOT);

        assertThat(named(Files.readString(PAGE)).stream().distinct().map(sources::fault))
                .hasSizeGreaterThan(150)
                .allSatisfy(fault -> assertThat(fault).isEmpty());
    }

    @Test
    void everyPromiseNamesATest() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(60).allSatisfy(row -> assertThat(named(row))
                .isNotEmpty());
    }

    @Test
    void everyVerdictAndEveryReasonIsPromised() throws IOException {
        String page = String.join("\n", rows());

        for (Verdict verdict : Verdict.values()) {
            assertThat(page).contains("`" + verdict.label() + "`");
        }
        for (Reason reason : Reason.values()) {
            assertThat(page).contains("`" + reason.label() + "`");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Planted#runs,",
        "Planted#isGone, no such method",
        "Planted#helps, no test",
        "Planted#sleeps, switched off",
        "Asleep#runs, switched off",
        "Twin#runs, 2 classes",
        "Nobody#runs, 0 classes"
    })
    void whatIsNotRunIsSeen(String named, String fault) {
        String planted = "final class Planted {\n    @Test\n    void runs() {}\n\n    void helps() {}\n\n"
                + "    @Disabled\n    @Test\n    void sleeps() {}\n}\n";
        TestSources sources = new TestSources(Map.of(
                "Planted",
                List.of(planted),
                "Asleep",
                List.of("@Disabled\n" + planted.replace("Planted", "Asleep")),
                "Twin",
                List.of(planted, planted)));

        if (fault == null) {
            assertThat(sources.fault(named)).isEmpty();
        } else {
            assertThat(sources.fault(named)).contains(fault);
        }
    }
}
