// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.regex.Pattern;

/** Values as they may be shown: one line, bounded, without the credentials of an address. */
final class FaultText {
    private static final int LONGEST = 120;
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#,\\s]*@");

    private FaultText() {}

    static String shown(String value) {
        String masked = USER_INFO.matcher(value).replaceAll("//***@");
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < masked.length(); i++) {
            char c = masked.charAt(i);
            if (shown.length() >= LONGEST) {
                return shown.append('…').toString();
            }
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                shown.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }
}
