// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With {@code -Ddashboards.write=true} the files are written instead. */
class DashboardTest {
    private static final Path PAGE = Path.of("..", "docs", "dashboards.md");
    private static final boolean WRITE = Boolean.getBoolean("dashboards.write");

    @Test
    void theCommittedFileIsWhatThePanelsSay() throws IOException {
        isUpToDate(CommittedDashboard.FILE, DashboardJson.text(Row.all()));
    }

    @Test
    void thePageExplainsEveryPanel() throws IOException {
        String page = Files.readString(PAGE);
        isUpToDate(PAGE, PanelPages.replaced(page, Row.all()));
        assertThat(page.lines())
                .containsAll(CommittedDashboard.panels().stream()
                        .map(panel -> "### " + panel.get("title").asString())
                        .toList());
    }

    private static void isUpToDate(Path file, String text) throws IOException {
        if (WRITE) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("%s; to write it anew: -Dtest=DashboardTest -Ddashboards.write=true", file)
                .isEqualTo(text);
    }

    @Test
    void itCanBeImportedAsItIs() {
        JsonNode dashboard = CommittedDashboard.read();
        assertThat(dashboard.get("id").isNull()).isTrue();
        assertThat(dashboard.get("uid").asString()).isEqualTo("resilient-http");
        assertThat(dashboard.get("schemaVersion").asInt()).isBetween(39, 41);
        assertThat(dashboard.has("__inputs")).isFalse();
        assertThat(dashboard.get("panels").valueStream().map(panel -> panel.get("id")
                        .asInt()))
                .doesNotHaveDuplicates();
        assertThat(CommittedDashboard.panels()).hasSizeGreaterThan(20).allSatisfy(panel -> {
            assertThat(panel.get("description").asString()).hasSizeGreaterThan(40);
            assertThat(panel.get("datasource").get("uid").asString()).isEqualTo("${datasource}");
            assertThat(panel.at("/fieldConfig/defaults/unit").asString()).isNotEmpty();
            JsonNode place = panel.get("gridPos");
            assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(24);
        });
    }

    @Test
    void everythingCanBeChosenAtTheTop() {
        List<JsonNode> variables =
                CommittedDashboard.read().at("/templating/list").valueStream().toList();
        assertThat(variables)
                .extracting(variable -> variable.get("name").asString())
                .containsExactly("datasource", "application", "instance", "client");
        assertThat(variables.subList(1, 4))
                .allMatch(variable -> variable.get("includeAll").asBoolean());
        assertThat(CommittedDashboard.expressions()).allSatisfy(expression -> assertThat(expression)
                .contains("application=~\"$application\"", "instance=~\"$instance\"", "client=~\"$client\"")
                .doesNotContain("[1m]", "[5m]"));
    }

    @Test
    void whatIsOutOfDateIsSeen() {
        String page = "a\n" + PanelPages.BEGIN + "\nlong ago\n" + PanelPages.END + "\nz\n";
        assertThat(PanelPages.replaced(page, Row.all()))
                .startsWith("a\n")
                .endsWith("\nz\n")
                .doesNotContain("long ago")
                .contains("### Requests per call");
        assertThat(JsonMapper.shared().readTree(DashboardJson.text(Row.all().subList(0, 1))))
                .isNotEqualTo(CommittedDashboard.read());
    }
}
