// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.decision;

import static io.github.resilienthttp.decision.Deciding.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.hint.ServerHint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When several reasons forbid a retry, the first of the specification's list is told. */
class ReasonOrderTest {
    /** In the order of the list; the budget, the last of it, is the caller's to ask. */
    enum Obstacle {
        FORBIDDEN_BY_SERVER(deciding -> deciding.told(ServerHint.forbidden("x-should-retry", 3_600_000))),
        NOT_IDEMPOTENT(Deciding::unsafe),
        NOT_REPLAYABLE(Deciding::unreplayable),
        ATTEMPTS_EXHAUSTED(deciding -> deciding.attempt(3)),
        HINT_TOO_LONG(deciding -> deciding.after(20_001)),
        DEADLINE(deciding -> deciding.remaining(50_000_000 - 1)),
        COOLING_DOWN(deciding -> deciding.closed(30 * SECOND)),
        CIRCUIT_OPEN(deciding -> deciding.open(60 * SECOND));

        final Consumer<Deciding> put;

        Obstacle(Consumer<Deciding> put) {
            this.put = put;
        }

        Decision reason() {
            return new Decision.GiveUp(Reason.valueOf(name()));
        }
    }

    static List<Object[]> pairs() {
        List<Object[]> pairs = new ArrayList<>();
        for (Obstacle first : Obstacle.values()) {
            for (Obstacle second : Obstacle.values()) {
                if (first.ordinal() < second.ordinal()) {
                    pairs.add(new Object[] {first, second});
                }
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @EnumSource
    void alone(Obstacle obstacle) {
        Deciding deciding = Deciding.byDefault();
        obstacle.put.accept(deciding);
        assertThat(deciding.on(503)).isEqualTo(obstacle.reason());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theEarlierOf(Obstacle first, Obstacle second) {
        Deciding deciding = Deciding.byDefault();
        second.put.accept(deciding);
        first.put.accept(deciding);
        assertThat(deciding.on(503)).isEqualTo(first.reason());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsNeverRepeatedComesBefore(Obstacle first, Obstacle second) {
        Deciding deciding = Deciding.byDefault();
        second.put.accept(deciding);
        first.put.accept(deciding);
        assertThat(deciding.on(404)).isEqualTo(new Decision.GiveUp(Reason.REJECTED));
        assertThat(deciding.on(501)).isEqualTo(new Decision.GiveUp(Reason.PERMANENT));
        assertThat(deciding.on(FailureKind.LOCAL)).isEqualTo(new Decision.GiveUp(Reason.LOCAL));
        assertThat(deciding.on(FailureKind.ENDED)).isEqualTo(new Decision.GiveUp(Reason.CANCELLED));
    }

    @ParameterizedTest
    @EnumSource
    void noHintStandsWhereHintTooLongDoes(Obstacle other) {
        Deciding deciding = Deciding.byDefault();
        other.put.accept(deciding);
        boolean told = other == Obstacle.FORBIDDEN_BY_SERVER
                || other == Obstacle.NOT_REPLAYABLE
                || other == Obstacle.ATTEMPTS_EXHAUSTED
                || other == Obstacle.HINT_TOO_LONG;
        assertThat(deciding.on(429)).isEqualTo(told ? other.reason() : new Decision.GiveUp(Reason.NO_HINT));
    }

    @Test
    void withoutAnyOfThemItIsSentAgain() {
        assertThat(Deciding.byDefault().on(503)).isInstanceOf(Decision.Retry.class);
    }
}
