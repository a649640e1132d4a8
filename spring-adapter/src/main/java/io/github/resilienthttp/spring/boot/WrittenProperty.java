// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.ConfigValue;

/**
 * A property of the environment that is ours, or nearly.
 *
 * @param name as it was written
 * @param key as the table of keys has it, as far as it is known there; the index of a list's entry at its end
 * @param value what was written, placeholders resolved
 */
record WrittenProperty(String name, String key, ConfigValue value) {
    static String withoutIndex(String key) {
        return key.replaceFirst("\\[[0-9]{1,4}]$", "");
    }
}
