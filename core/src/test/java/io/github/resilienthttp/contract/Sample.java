// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as applications send them, and whether it may be repeated after it may have been acted on. */
record Sample(
        String method,
        boolean idempotent,
        boolean body,
        @Nullable String key) {
    private static final Set<String> PLAIN_READS = Set.of("GET", "HEAD", "OPTIONS");

    private static final List<Sample> PLAIN = List.of(
            new Sample("GET", true, false, null),
            new Sample("HEAD", true, false, null),
            new Sample("OPTIONS", true, false, null),
            new Sample("PUT", true, true, null),
            new Sample("DELETE", true, false, null),
            new Sample("POST", false, true, null),
            new Sample("POST", true, true, "one"));

    /** All that a client can send. */
    static List<Sample> all(Contract contract) {
        List<Sample> all = new ArrayList<>(PLAIN);
        if (contract.has(Trait.PATCH)) {
            all.add(new Sample("PATCH", false, true, null));
        }
        if (contract.has(Trait.QUERY)) {
            all.add(new Sample("QUERY", true, true, null));
        }
        return all;
    }

    /** All that a client can send, without what it sends again by itself where a connection ends before the first byte. */
    static List<Sample> sentOnce(Contract contract) {
        return all(contract).stream()
                .filter(sample -> contract.has(Trait.SENDS_ONCE) || !sample.reads())
                .toList();
    }

    ContractRequest at(ContractScene scene, String target) {
        ContractRequest request = scene.request(method, target);
        if (body) {
            request = request.with(ContractBody.Kind.REPEATABLE, "ten");
        }
        return key == null ? request : request.with("Idempotency-Key", key);
    }

    /** What clients send without ever asking for a body, and so repeat most easily. */
    boolean reads() {
        return PLAIN_READS.contains(method);
    }

    boolean answersWithBody() {
        return !method.equals("HEAD");
    }

    @Override
    public String toString() {
        return key == null ? method : method + " with Idempotency-Key";
    }
}
