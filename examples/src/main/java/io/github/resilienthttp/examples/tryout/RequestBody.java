// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.examples.BadUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;

/** What {@code --body} names; can be sent any number of times. */
public final class RequestBody {
    /** Standard input is held in memory, so that it can be sent again. */
    private static final int LARGEST_INPUT = 64 * 1024 * 1024;

    private static final RequestBody NONE = new RequestBody(null, null, ContentType.APPLICATION_OCTET_STREAM);

    private final byte @Nullable [] bytes;
    private final @Nullable Path file;
    private final ContentType type;

    private RequestBody(byte @Nullable [] bytes, @Nullable Path file, ContentType type) {
        this.bytes = bytes;
        this.file = file;
        this.type = type;
    }

    /**
     * The body an option names.
     *
     * @param option a text, {@code @FILE}, {@code -} for standard input, or null for no body
     * @param in standard input
     * @return the body
     * @throws BadUse where the file, or standard input, cannot be used
     */
    public static RequestBody of(@Nullable String option, InputStream in) {
        if (option == null) {
            return NONE;
        }
        if (option.equals("-")) {
            return new RequestBody(all(in), null, ContentType.APPLICATION_OCTET_STREAM);
        }
        if (option.startsWith("@")) {
            return new RequestBody(null, readable(option.substring(1)), ContentType.APPLICATION_OCTET_STREAM);
        }
        ContentType text = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);
        return new RequestBody(option.getBytes(StandardCharsets.UTF_8), null, text);
    }

    /** Whether there is one, be it empty. */
    boolean present() {
        return bytes != null || file != null;
    }

    /** A repeatable entity, or null where there is no body. */
    @Nullable
    HttpEntity entity() {
        if (file != null) {
            return new FileEntity(file.toFile(), type);
        }
        return bytes == null ? null : new ByteArrayEntity(bytes, type);
    }

    /** A repeatable producer, or null where there is no body. */
    @Nullable
    AsyncEntityProducer producer() {
        if (file != null) {
            return AsyncEntityProducers.create(file.toFile(), type);
        }
        return bytes == null ? null : AsyncEntityProducers.create(bytes, type);
    }

    /** A file or its bytes, as Spring takes them again and again; null where there is no body. */
    @Nullable
    Object content() {
        return file == null ? bytes : new FileSystemResource(file);
    }

    /** What it is where no header field says otherwise. */
    String type() {
        return type.toString();
    }

    private static byte[] all(InputStream in) {
        try {
            byte[] read = in.readNBytes(LARGEST_INPUT + 1);
            if (read.length > LARGEST_INPUT) {
                throw new BadUse("--body -: more than 64 MiB on standard input: use --body @FILE");
            }
            return read;
        } catch (IOException unreadable) {
            throw new BadUse("--body -: standard input cannot be read");
        }
    }

    private static Path readable(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isRegularFile(path) && Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException notAPath) {
            // Told below, with the others.
        }
        throw new BadUse("--body @" + name + ": there is no such file, or it cannot be read");
    }
}
