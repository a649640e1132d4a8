/** Pure: the configuration of a client as records, its defaults, validation, worst case and one-line plan. */
@NullMarked
package io.github.resilienthttp.policy;

import org.jspecify.annotations.NullMarked;
