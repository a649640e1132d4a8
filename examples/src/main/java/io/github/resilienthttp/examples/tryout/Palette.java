// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

/**
 * Colours, for terminals only.
 *
 * @param on whether there are any
 */
record Palette(boolean on) {
    String outcome(String outcome, String text) {
        return switch (outcome) {
            case "success" -> paint(32, text);
            case "recovered" -> paint(33, text);
            case "refused" -> paint(35, text);
            default -> paint(31, text);
        };
    }

    String bold(String text) {
        return paint(1, text);
    }

    private String paint(int code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
