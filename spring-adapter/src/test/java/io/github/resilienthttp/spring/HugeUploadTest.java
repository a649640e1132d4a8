// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gigabyte goes through 64 MB of memory, and again after a 503. */
class HugeUploadTest {
    private final AtomicLong received = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(
            value = Factory.class,
            names = {"HTTP_COMPONENTS", "JDK", "JETTY", "REACTOR", "SIMPLE"})
    void aGigabyteIsStreamedTwice(Factory factory, @TempDir Path directory) throws Exception {
        Path output = directory.resolve("output.txt");
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Thread server = new Thread(() -> serve(listener));
            server.setDaemon(true);
            server.start();
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            HugeUpload.class.getName(),
                            factory.name(),
                            String.valueOf(listener.getLocalPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(program.waitFor(100, TimeUnit.SECONDS)).isTrue();
            } finally {
                program.destroyForcibly();
            }
            assertThat(program.exitValue()).as(Files.readString(output)).isZero();
        }
        assertThat(requests).hasValue(2);
        assertThat(received).hasValue(2 * HugeUpload.BYTES);
    }

    private void serve(ServerSocket listener) {
        byte[] block = new byte[1 << 16];
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept();
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
                while (skipHead(in)) {
                    long left = HugeUpload.BYTES;
                    while (left > 0) {
                        int read = in.read(block, 0, (int) Math.min(left, block.length));
                        if (read < 0) {
                            return;
                        }
                        left -= read;
                        received.addAndGet(read);
                    }
                    String status = requests.incrementAndGet() == 1 ? "503 Later" : "200 OK";
                    socket.getOutputStream()
                            .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException over) {
                // The test has ended, or the next connection comes.
            }
        }
    }

    private static boolean skipHead(InputStream in) throws IOException {
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return true;
    }
}
