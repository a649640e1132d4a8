// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.boot;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.service.registry.ImportHttpServices;

/** An application with one HTTP interface for each of the four APIs; what it does about their errors is in its properties. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ImportHttpServices(group = "buttercms", types = ButterCmsApi.class)
@ImportHttpServices(group = "helpdesk", types = HelpdeskApi.class)
@ImportHttpServices(group = "variations", types = VariationsApi.class)
@ImportHttpServices(group = "localize", types = LocalizeApi.class)
class SampleApplication {}
