// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.testkit.HeaderLine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request. Immutable; each {@code with} method returns a copy.
 *
 * @param method in letters
 * @param uri absolute
 * @param headers field lines to be sent as they are, in order
 * @param body its body
 * @param options the engine's settings for it, the client's name among them
 */
public record ContractRequest(
        String method, URI uri, List<HeaderLine> headers, ContractBody body, CallOptions options) {
    private static final ContractBody NO_BODY = ContractBody.of(ContractBody.Kind.NONE, new byte[0]);

    /**
     * A request without body and without settings.
     *
     * @param method in letters
     * @param uri absolute
     * @return the request
     */
    public static ContractRequest of(String method, URI uri) {
        return new ContractRequest(method, uri, List.of(), NO_BODY, CallOptions.NONE);
    }

    /**
     * Adds a field line.
     *
     * @param name the field name
     * @param value the field value
     * @return a copy
     */
    public ContractRequest with(String name, String value) {
        List<HeaderLine> more = new ArrayList<>(headers);
        more.add(new HeaderLine(name, value));
        return new ContractRequest(method, uri, List.copyOf(more), body, options);
    }

    /**
     * Sets the body.
     *
     * @param kind how it is given to the client
     * @param content its bytes
     * @return a copy
     */
    public ContractRequest with(ContractBody.Kind kind, byte[] content) {
        return new ContractRequest(method, uri, headers, ContractBody.of(kind, content), options);
    }

    /**
     * Sets the body.
     *
     * @param kind how it is given to the client
     * @param content sent as UTF-8
     * @return a copy
     */
    public ContractRequest with(ContractBody.Kind kind, String content) {
        return with(kind, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sets the engine's settings.
     *
     * @param settings for this request
     * @return a copy
     */
    public ContractRequest with(CallOptions settings) {
        return new ContractRequest(method, uri, headers, body, settings);
    }
}
