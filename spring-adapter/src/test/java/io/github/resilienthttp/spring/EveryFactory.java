// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For themes that show what the client below does when an attempt ends before its time. Whether an interceptor or the factory
 * begins the attempt is all the same there, and these themes wait in real time: so each factory once, by the interceptor.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass
@EnumSource(
        value = SpringKind.class,
        names = {"HTTP_COMPONENTS", "JDK", "JETTY", "REACTOR", "SIMPLE"})
@interface EveryFactory {}
