// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.junit.jupiter.api.Test;

class PristineHeadTest {
    private final BasicHttpRequest given =
            new BasicHttpRequest("GET", "http", new URIAuthority("server.example", 80), "/a%20b?c=d");

    @Test
    void whatInnerElementsChangeIsNotInTheCopy() {
        given.addHeader("Accept", "text/plain");
        given.addHeader("Accept", "text/html");
        PristineHead pristine = new PristineHead(given);
        given.setHeader("Accept", "none");
        given.addHeader("Cookie", "c=1");
        given.setScheme("https");
        given.setAuthority(new URIAuthority("other.example"));
        given.setPath("http://server.example/");

        HttpRequest copy = pristine.copy();

        assertThat(copy.getMethod()).isEqualTo("GET");
        assertThat(copy.getScheme()).isEqualTo("http");
        assertThat(copy.getAuthority()).hasToString("server.example:80");
        assertThat(copy.getRequestUri()).isEqualTo("/a%20b?c=d");
        assertThat(copy.getHeaders())
                .extracting(Object::toString)
                .containsExactly("Accept: text/plain", "Accept: text/html");
    }

    @Test
    void changesToOneCopyAreNotInTheNext() {
        PristineHead pristine = new PristineHead(given);
        pristine.copy().addHeader("Cookie", "c=1");
        assertThat(pristine.copy().getHeaders()).isEmpty();
    }

    @Test
    void aRequestWithItsBodyIsRestoredLikewise() {
        BasicClassicHttpRequest classic = new BasicClassicHttpRequest("PUT", "http", given.getAuthority(), "/a");
        HttpEntity body = new StringEntity("body");
        classic.setEntity(body);
        PristineRequest pristine = new PristineRequest(classic);
        classic.setScheme("https");
        classic.setAuthority(new URIAuthority("other.example"));
        classic.setEntity(null);

        ClassicHttpRequest copy = pristine.copy();

        assertThat(copy.getScheme()).isEqualTo("http");
        assertThat(copy.getAuthority()).hasToString("server.example:80");
        assertThat(copy.getEntity()).isSameAs(body);
    }
}
