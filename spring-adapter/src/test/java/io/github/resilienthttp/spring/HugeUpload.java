// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.ResilientHttp;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** A program that uploads a gigabyte twice, for a JVM with little memory: factory, port. */
final class HugeUpload {
    static final long BYTES = 1L << 30;

    private HugeUpload() {}

    public static void main(String[] args) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + args[1] + "/");
        int status;
        try (ResilientHttp resilience = ResilientHttp.withDefaults()) {
            ClientHttpRequest request = ResilientClientHttpRequestFactory.wrap(
                            Factory.valueOf(args[0]).open(5, Factory.LONG), resilience)
                    .createRequest(uri, HttpMethod.PUT);
            request.getHeaders().setContentLength(BYTES);
            ((StreamingHttpOutputMessage) request).setBody(new Zeros());
            try (ClientHttpResponse response = request.execute()) {
                status = response.getStatusCode().value();
            }
        }
        System.exit(status == 200 ? 0 : 3);
    }

    private static final class Zeros implements StreamingHttpOutputMessage.Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            byte[] block = new byte[1 << 16];
            for (long written = 0; written < BYTES; written += block.length) {
                out.write(block);
            }
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }
}
