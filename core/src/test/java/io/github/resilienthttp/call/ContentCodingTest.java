// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentCodingTest {
    private static final byte[] TEXT = "{\"a\": 1}".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theUsualCodingsAreUndone() throws IOException {
        assertThat(ContentCoding.decode("identity", TEXT, 100)).isEqualTo(TEXT);
        assertThat(ContentCoding.decode(null, TEXT, 100)).isEqualTo(TEXT);
        assertThat(ContentCoding.decode(" GZIP ", gzip(TEXT), 100)).isEqualTo(TEXT);
        assertThat(ContentCoding.decode("x-gzip", gzip(TEXT), 100)).isEqualTo(TEXT);
        assertThat(ContentCoding.decode("deflate", deflate(TEXT, false), 100)).isEqualTo(TEXT);
        assertThat(ContentCoding.decode("deflate", deflate(TEXT, true), 100)).isEqualTo(TEXT);
    }

    @Test
    void whatIsNotKnownOrDamagedIsEmpty() throws IOException {
        assertThat(ContentCoding.decode("br", TEXT, 100)).isEmpty();
        assertThat(ContentCoding.decode("gzip, gzip", gzip(gzip(TEXT)), 100)).isEmpty();
        assertThat(ContentCoding.decode("gzip", TEXT, 100)).isEmpty();
        assertThat(ContentCoding.decode("gzip", Arrays.copyOf(gzip(TEXT), 12), 100))
                .isEmpty();
        assertThat(ContentCoding.decode("deflate", new byte[] {1}, 100)).isEmpty();
    }

    @Test
    void theLimitIsOneOfTheDecodedBytes() throws IOException {
        assertThat(ContentCoding.decode("gzip", gzip(new byte[1000]), 1000)).hasSize(1000);
        assertThat(ContentCoding.decode("gzip", gzip(new byte[1001]), 1000)).isEmpty();
        assertThat(ContentCoding.decode("deflate", deflate(new byte[10_000_000], false), 65536))
                .isEmpty();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(new GZIPOutputStream(bytes), plain);
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean bare) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        write(new DeflaterOutputStream(bytes, deflater), plain);
        deflater.end();
        return bytes.toByteArray();
    }

    private static void write(OutputStream coding, byte[] plain) throws IOException {
        try (coding) {
            coding.write(plain);
        }
    }
}
