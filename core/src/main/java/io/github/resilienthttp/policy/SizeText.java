// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes: {@code 512B}, {@code 16KB}, {@code 1MB}, {@code 1GB} or a plain number; 1 KB is 1024 bytes. */
final class SizeText {
    static final String EXAMPLES = "512B, 16KB or 1MB";

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})(B|KB|MB|GB)?");
    private static final long KB = 1L << 10;
    private static final long MB = 1L << 20;
    private static final long GB = 1L << 30;

    private SizeText() {}

    static long parse(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a size");
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2);
        if (unit == null || unit.equals("B")) {
            return amount;
        }
        try {
            return switch (unit) {
                case "KB" -> Math.multiplyExact(amount, KB);
                case "MB" -> Math.multiplyExact(amount, MB);
                default -> Math.multiplyExact(amount, GB);
            };
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("too large", tooLarge);
        }
    }

    static String print(long bytes) {
        if (bytes <= 0 || bytes % KB != 0) {
            return bytes + "B";
        }
        if (bytes % GB == 0) {
            return bytes / GB + "GB";
        }
        return bytes % MB == 0 ? bytes / MB + "MB" : bytes / KB + "KB";
    }
}
