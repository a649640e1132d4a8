// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.stability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For applications. What is marked so, or is a member of what is marked so and bears no mark of its own, changes compatibly only:
 * code that compiles and runs against it goes on doing so with every release of the same major version. Before 1.0 it may change
 * with a minor version, one release after it was deprecated and with a line in the change log.
 *
 * <p>Not promised: the constructor of a record that is handed out, or has a builder, factory or {@code with} methods to make it,
 * since records gain components; and that an enum gains no constant.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
@Stable
public @interface Stable {}
