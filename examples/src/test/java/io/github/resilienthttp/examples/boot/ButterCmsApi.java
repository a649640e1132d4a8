// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.boot;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

interface ButterCmsApi {
    @GetExchange("/pages/{slug}")
    ResponseEntity<String> page(@PathVariable String slug, @RequestHeader(HttpHeaders.AUTHORIZATION) String token);

    @PostExchange(url = "/pages", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> write(@RequestBody String page, @RequestHeader(HttpHeaders.AUTHORIZATION) String token);

    @PatchExchange(url = "/pages", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(@RequestBody String page, @RequestHeader(HttpHeaders.AUTHORIZATION) String token);
}
