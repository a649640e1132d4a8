// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.util.function.Function;

/** One entry of a script: how far a request is read, and what gives the reply to it. */
record Cue(boolean early, boolean continues, Function<SeenRequest, ReplyPlan> reply) {
    static Cue of(Reply reply) {
        ReplyPlan plan = reply.checked();
        return new Cue(plan.course().early(), plan.course().continues(), request -> plan);
    }

    static Cue of(Function<SeenRequest, Reply> answer) {
        return new Cue(false, true, request -> answer.apply(request).checked());
    }
}
