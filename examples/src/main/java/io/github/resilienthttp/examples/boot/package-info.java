// SPDX-License-Identifier: Apache-2.0
/** An application of Spring Boot's that has properties only: HTTP interfaces for the four APIs. */
@NullMarked
package io.github.resilienthttp.examples.boot;

import org.jspecify.annotations.NullMarked;
