// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

/** Which requests the engine has to do with. */
enum ApplyTo {
    /** All of them: those of no other client belong to {@code default}. */
    ALL,
    /** Those of clients that the configuration names. */
    NAMED
}
