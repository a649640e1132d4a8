// SPDX-License-Identifier: Apache-2.0
/** JSON through Jackson's streaming parser, when it is on the class path. Internal: applications add Jackson and are done. */
@NullMarked
package io.github.resilienthttp.json;

import org.jspecify.annotations.NullMarked;
