// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.boot;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/** What an application asks of {@code localize}. */
public interface LocalizeApi {
    /**
     * Reads a key.
     *
     * @param name of the key
     * @param token the whole header field, {@code Bearer …}
     * @return status, header fields and body as text
     */
    @GetExchange("/projects/keys/{name}")
    ResponseEntity<String> key(@PathVariable String name, @RequestHeader(HttpHeaders.AUTHORIZATION) String token);
}
