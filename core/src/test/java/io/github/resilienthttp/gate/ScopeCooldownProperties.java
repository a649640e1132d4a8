// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import io.github.resilienthttp.gate.CooldownStep.Kind;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class ScopeCooldownProperties {
    @Property(tries = 3_000)
    void keepsItsPromisesUnderAnySequenceAndSettles(
            @ForAll("steps") List<CooldownStep> steps,
            @ForAll @IntRange(max = 120) int maxWait,
            @ForAll @IntRange(max = 8) int maxWaiting,
            @ForAll @IntRange(min = 1, max = 80) int maxHold) {
        CooldownWorld world = new CooldownWorld(maxWait, maxWaiting, maxHold);
        steps.forEach(world::take);
        world.settle();
    }

    @Property(tries = 1_000)
    void isIdleOnceEveryoneGaveUp(
            @ForAll("steps") List<CooldownStep> steps, @ForAll @IntRange(max = 8) int maxWaiting) {
        CooldownWorld world = new CooldownWorld(100, maxWaiting, 50);
        steps.forEach(world::take);
        world.abandon();
    }

    @Provide
    Arbitrary<List<CooldownStep>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(10, Kind.ARRIVE),
                Tuple.of(10, Kind.ASK_AGAIN),
                Tuple.of(8, Kind.ANSWERED),
                Tuple.of(5, Kind.TIME_PASSES),
                Tuple.of(3, Kind.CLOSE),
                Tuple.of(2, Kind.LEAVE),
                Tuple.of(2, Kind.LOST),
                Tuple.of(1, Kind.THROTTLED),
                Tuple.of(1, Kind.REOPEN));
        Arbitrary<Integer> picks = Arbitraries.integers().between(0, 11);
        Arbitrary<Long> spans = Arbitraries.longs().between(0, 60);
        return Combinators.combine(kinds, picks, spans)
                .as(CooldownStep::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(150);
    }
}
