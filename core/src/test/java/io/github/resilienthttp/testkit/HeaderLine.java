// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

/**
 * One field line of a request or a response, exactly as it stands on the wire (RFC 9112 section 5).
 * Unchecked: a script may send what no client should accept.
 *
 * @param name the field name in the letters it was sent with
 * @param value the field value; of a request seen, without the white space around it
 */
public record HeaderLine(String name, String value) {
    boolean named(String other) {
        return name.equalsIgnoreCase(other);
    }

    String onTheWire() {
        return name + ": " + value + "\r\n";
    }
}
