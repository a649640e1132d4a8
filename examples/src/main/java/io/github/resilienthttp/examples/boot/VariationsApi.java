// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.boot;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/** What an application asks of {@code variations}. */
public interface VariationsApi {
    /**
     * Reads all variations.
     *
     * @param key the whole header field, {@code Bearer …}
     * @return status, header fields and body as text
     */
    @GetExchange("/variations")
    ResponseEntity<String> all(@RequestHeader(HttpHeaders.AUTHORIZATION) String key);

    /**
     * Reads a variation.
     *
     * @param name of the variation
     * @param key the whole header field, {@code Bearer …}
     * @return status, header fields and body as text
     */
    @GetExchange("/variations/{name}")
    ResponseEntity<String> one(@PathVariable String name, @RequestHeader(HttpHeaders.AUTHORIZATION) String key);
}
