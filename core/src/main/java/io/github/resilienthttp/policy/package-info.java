/** Pure: the configuration of a client as records, its defaults, its validation, its worst case and its one-line plan. */
@NullMarked
package io.github.resilienthttp.policy;

import org.jspecify.annotations.NullMarked;
