// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.time.Duration;

/** When a reply begins, where it breaks off, and what becomes of the connection then. */
record Course(boolean early, boolean continues, Duration delay, Cut cut, Fate fate) {
    static final Course PLAIN = new Course(false, true, Duration.ZERO, Cut.NOWHERE, Fate.SERVE);

    Course withoutBody() {
        return new Course(true, continues, delay, cut, fate);
    }

    Course withoutContinue() {
        return new Course(early, false, delay, cut, fate);
    }

    Course after(Duration length) {
        return new Course(early, continues, length, cut, fate);
    }

    Course cut(Cut where, Fate then) {
        return new Course(early, continues, delay, where, then);
    }
}
