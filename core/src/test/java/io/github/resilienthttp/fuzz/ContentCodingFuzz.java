// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

import io.github.resilienthttp.call.ContentCoding;
import java.util.Arrays;
import java.util.List;

/** A coded body, whose first byte chooses the coding: never more than was asked for comes out. */
public final class ContentCodingFuzz {
    private static final int MOST = 64 * 1024;
    private static final List<String> CODINGS = List.of("gzip", "deflate", " X-GZIP ", "identity", "br");

    private ContentCodingFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String coding = CODINGS.get((input[0] & 0xff) % CODINGS.size());
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        int most = coding.equals("identity") ? Math.max(MOST, body.length) : MOST;
        Claim.that(ContentCoding.decode(coding, body, MOST).length <= most, coding);
    }
}
