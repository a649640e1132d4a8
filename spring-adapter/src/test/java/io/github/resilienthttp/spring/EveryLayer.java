// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For themes that are decided above the client, in the core: an interceptor and a factory of ours, over two clients. What a factory
 * makes of error bodies is in {@link SpringBodyContractTest} and {@link ErrorBodyTest}, for all of them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass
@EnumSource(
        value = SpringKind.class,
        names = {"JDK", "HTTP_COMPONENTS_STREAMING"})
@interface EveryLayer {}
