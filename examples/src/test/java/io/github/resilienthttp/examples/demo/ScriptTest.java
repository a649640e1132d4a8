// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.upstreams.HelpdeskUpstream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private final List<String> begun = new ArrayList<>();
    private final Script script = new Script(10, List.of(episode(0, "well"), episode(4, "ill")));

    private Episode episode(int second, String what) {
        return new Episode(second, what, () -> begun.add(what));
    }

    @Test
    void episodesBeginWhenTheyAreDueAgainAndAgain() {
        for (long millis = 0; millis <= 14_000; millis += 500) {
            script.advance(millis);
        }
        assertThat(begun).containsExactly("well", "ill", "well", "ill");
        assertThat(script.what()).isEqualTo("ill");
        assertThat(script.held()).isNull();
    }

    @Test
    void aPersonTakesOverAndGivesBack() {
        try (HelpdeskUpstream upstream = HelpdeskUpstream.start()) {
            script.advance(0);
            script.hold(Fault.ERRORS, upstream);
            script.advance(5_000);
            assertThat(begun).containsExactly("well");
            assertThat(script.what()).isEqualTo(Fault.ERRORS.what());
            assertThat(script.held()).isEqualTo(Fault.ERRORS);
            assertThat(upstream.doing()).isNotEqualTo("well");
            script.resume();
            assertThat(begun).containsExactly("well", "ill");
            assertThat(script.what()).isEqualTo("ill");
        }
    }
}
