// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.architecture.planted;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;

@AutoConfiguration(after = RestClientAutoConfiguration.class, afterName = "com.example.GoneAutoConfiguration")
public final class LockedOutAutoConfiguration {}
