// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For themes that show how requests and responses pass through our layer and the factory below: each layer, over each factory that
 * it differs with.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass
@EnumSource(SpringKind.class)
@interface EveryKind {}
