// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.plan;

import io.github.resilienthttp.decision.Idempotency;
import io.github.resilienthttp.policy.Policy;
import java.util.List;
import java.util.Map;

/**
 * A kind of request: a column of the table.
 *
 * @param name for a person
 * @param idempotent whether the policy lets it be repeated after it may have been acted on
 */
record Sender(String name, boolean idempotent) {
    /** The columns of a policy. Methods that share a column are judged alike by the defaults; else they get one each. */
    static List<Sender> of(Policy policy) {
        List<Sender> reads = alike(policy, List.of("GET", "HEAD", "PUT", "DELETE"));
        List<Sender> writes = alike(policy, List.of("POST", "PATCH"));
        String header = policy.idempotencyKey().header();
        Sender keyed = new Sender("POST with " + header, Idempotency.of(policy, "POST", keyed(header), null));
        return List.of(reads, writes, List.of(keyed)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Sender> alike(Policy policy, List<String> methods) {
        List<Sender> each = methods.stream()
                .map(method -> new Sender(method, Idempotency.of(policy, method, generated(policy, method), null)))
                .toList();
        long kinds = each.stream().map(Sender::idempotent).distinct().count();
        return kinds > 1
                ? each
                : List.of(new Sender(String.join("/", methods), each.get(0).idempotent()));
    }

    /** What the engine itself adds to such a request. */
    private static FewHeaders generated(Policy policy, String method) {
        boolean adds = policy.idempotencyKey().generate() && (method.equals("POST") || method.equals("PATCH"));
        return adds ? keyed(policy.idempotencyKey().header()) : new FewHeaders(Map.of());
    }

    private static FewHeaders keyed(String header) {
        return new FewHeaders(Map.of(header, "\"key\""));
    }
}
