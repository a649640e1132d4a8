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

/** What an application asks of {@code buttercms}. */
public interface ButterCmsApi {
    /**
     * Reads a page.
     *
     * @param slug names the page
     * @param token the whole header field, {@code Token …}
     * @return status, header fields and body as text
     */
    @GetExchange("/pages/{slug}")
    ResponseEntity<String> page(@PathVariable String slug, @RequestHeader(HttpHeaders.AUTHORIZATION) String token);

    /**
     * Creates a page.
     *
     * @param page as JSON
     * @param token the whole header field, {@code Token …}
     * @return status, header fields and body as text
     */
    @PostExchange(url = "/pages", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> write(@RequestBody String page, @RequestHeader(HttpHeaders.AUTHORIZATION) String token);

    /**
     * Changes a page.
     *
     * @param page as JSON
     * @param token the whole header field, {@code Token …}
     * @return status, header fields and body as text
     */
    @PatchExchange(url = "/pages", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(@RequestBody String page, @RequestHeader(HttpHeaders.AUTHORIZATION) String token);
}
