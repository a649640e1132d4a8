// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import java.util.List;

/**
 * A key directly below the prefix.
 *
 * @param name the name behind the prefix
 * @param byDefault what holds where nothing is written
 * @param allowed all values
 * @param meaning a sentence for documents and metadata
 */
record BootKey(String name, String byDefault, List<String> allowed, String meaning) {}
