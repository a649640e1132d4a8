// SPDX-License-Identifier: Apache-2.0
/**
 * The engine in Spring's blocking HTTP clients: RestClient, RestTemplate and HTTP interface clients; knows no Boot. For
 * applications, with Boot or without.
 */
@NullMarked
package io.github.resilienthttp.spring;

import org.jspecify.annotations.NullMarked;
