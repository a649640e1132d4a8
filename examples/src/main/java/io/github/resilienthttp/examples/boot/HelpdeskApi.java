// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.boot;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What an application asks of {@code helpdesk}. */
public interface HelpdeskApi {
    /**
     * Reads a ticket.
     *
     * @param id of the ticket
     * @param key the whole header field, {@code Bearer …}
     * @return status, header fields and body as text
     */
    @GetExchange("/tickets/{id}")
    ResponseEntity<String> ticket(@PathVariable String id, @RequestHeader(HttpHeaders.AUTHORIZATION) String key);

    /**
     * Opens a ticket.
     *
     * @param ticket as JSON
     * @param key the whole header field, {@code Bearer …}
     * @return status, header fields and body as text
     */
    @PostExchange(url = "/tickets", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> open(@RequestBody String ticket, @RequestHeader(HttpHeaders.AUTHORIZATION) String key);
}
