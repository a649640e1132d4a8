// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

import io.github.resilienthttp.hint.HeaderLines;
import io.github.resilienthttp.hint.HintReader;
import io.github.resilienthttp.hint.ServerHint;
import io.github.resilienthttp.policy.HintHeader;
import io.github.resilienthttp.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Field lines, {@code name: value} each: whatever they are there is a hint or none, and none that is too short. */
public final class HintHeadersFuzz {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final HintReader READER = new HintReader(
            new Policy.Hints(List.of(new HintHeader("x-backoff", HintHeader.Unit.MILLISECONDS)), List.of()));

    private HintHeadersFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<Map.Entry<String, String>> lines = lines(input);
        HeaderLines headers = new HeaderLines(lines);
        ServerHint hint = READER.readHeaders(429, headers, NOW);
        PlainlyTold told = new PlainlyTold(lines);

        if (hint.kind() == ServerHint.Kind.NONE) {
            Claim.that(!told.isSaid("retry-after"), lines);
        } else if (hint.kind() == ServerHint.Kind.AFTER) {
            Claim.that(told.allows(hint), List.of(hint, lines));
        }
        long redirect = READER.retryAfterMillis(headers, NOW);
        Claim.that(redirect >= -1, lines);
        if (told.isSaid("retry-after")) {
            Claim.that(told.allows(ServerHint.after(redirect, "retry-after")), lines);
        }
        Claim.that(READER.quotaUsedMillis(headers) >= -1, lines);
        ServerHint busy = READER.readHeaders(503, headers, NOW);
        Claim.that(busy.delayMillis() >= 0, busy);
    }

    private static List<Map.Entry<String, String>> lines(byte[] input) {
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        for (String line : new String(input, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                lines.add(Map.entry(line.substring(0, colon), line.substring(colon + 1)));
            }
        }
        return lines;
    }
}
