// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GrantRingProperties {
    @Property
    void behavesLikeASortedList(@ForAll @Size(max = 300) List<@IntRange(min = -60, max = 100) Integer> steps) {
        GrantRing ring = new GrantRing();
        List<Long> model = new ArrayList<>();
        for (int step : steps) {
            if (step >= 0) {
                ring.add(step);
                model.add((long) step);
                Collections.sort(model);
            } else if (!model.isEmpty()) {
                int index = -step % 3 == 0 ? 0 : -step % model.size();
                ring.remove(index);
                model.remove(index);
            }
            assertThat(contents(ring)).isEqualTo(model);
            long time = Math.abs(step);
            assertThat(ring.firstAfter(time))
                    .isEqualTo((int) model.stream().filter(t -> t <= time).count());
        }
    }

    private static List<Long> contents(GrantRing ring) {
        List<Long> contents = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            contents.add(ring.get(i));
        }
        return contents;
    }
}
