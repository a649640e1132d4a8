// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.boot;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

interface LocalizeApi {
    @GetExchange("/projects/keys/{name}")
    ResponseEntity<String> key(@PathVariable String name, @RequestHeader(HttpHeaders.AUTHORIZATION) String token);
}
