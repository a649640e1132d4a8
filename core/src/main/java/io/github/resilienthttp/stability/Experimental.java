// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.stability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For applications and for adapters to other HTTP clients that can follow: members may come, change and go with any minor version,
 * with a line in the change log. Where something {@link Stable} names a type that is marked so, the type's name stays.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
@Stable
public @interface Experimental {}
