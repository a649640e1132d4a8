// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

/** What an engine still has to do. There is no public way to ask, and no need of one outside tests. */
final class EngineTasks {
    private EngineTasks() {}

    /** Waits and guards; guards that were called off are swept out within 100 ms. */
    static int left(ResilientHttp resilience) {
        return waits(resilience) + held(resilience, "watchdog");
    }

    /** How many calls wait. */
    static int waits(ResilientHttp resilience) {
        return held(resilience, "waits");
    }

    static void awaitNone(ResilientHttp resilience) throws InterruptedException {
        for (int tries = 0; left(resilience) > 0 && tries < 600; tries++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        if (left(resilience) != 0) {
            throw new AssertionError(
                    held(resilience, "waits") + " waits and " + held(resilience, "watchdog") + " guards are left");
        }
    }

    private static int held(ResilientHttp resilience, String part) {
        try {
            Field field = ResilientHttp.class.getDeclaredField(part);
            field.setAccessible(true);
            Object owner = field.get(resilience);
            Method held = owner.getClass().getDeclaredMethod("held");
            held.setAccessible(true);
            return (int) held.invoke(owner);
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("ResilientHttp." + part + ".held()", changed);
        }
    }
}
