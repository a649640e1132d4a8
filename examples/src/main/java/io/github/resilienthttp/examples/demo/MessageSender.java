// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.demo;

import java.io.Closeable;
import java.io.IOException;

/** An HTTP client with the adapter that users get. Thread-safe. */
interface MessageSender extends Closeable {
    /** Sends it and reads the answer to its end; what became of it the listener is told. */
    void send(Message message) throws IOException, InterruptedException;
}
