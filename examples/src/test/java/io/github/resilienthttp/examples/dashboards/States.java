// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the numbers of a breaker mean, and their colours. */
final class States {
    private States() {}

    static void write(ArrayNode mappings) {
        ObjectNode states = mappings.addObject();
        states.put("type", "value");
        ObjectNode options = states.putObject("options");
        state(options, 0, "closed", "green");
        state(options, 1, "half-open", "yellow");
        state(options, 2, "open", "red");
        state(options, 3, "isolated", "purple");
    }

    private static void state(ObjectNode options, int number, String name, String colour) {
        options.putObject(Integer.toString(number))
                .put("text", name)
                .put("color", colour)
                .put("index", number);
    }
}
