// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** What becomes of a connection: when it has been accepted, or when a reply has been played. */
public enum Fate {
    /** The next request is read. */
    SERVE {
        @Override
        void befall(Socket socket, InputStream in, Closing closing) {}
    },

    /**
     * Closed outright, as a server does with a kept connection it is tired of: the client sees the end of the stream, and a
     * reset when it writes afterwards. Where the client's bytes are still unread, the operating system resets instead.
     */
    CLOSE {
        @Override
        void befall(Socket socket, InputStream in, Closing closing) throws IOException {
            socket.close();
        }
    },

    /** Only the sending side is ended (FIN); what the client sends is read and thrown away until it ends its own side. */
    HALF_CLOSE {
        @Override
        void befall(Socket socket, InputStream in, Closing closing) throws IOException {
            socket.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
        }
    },

    /** Reset (RST, by a linger time of 0). */
    RESET {
        @Override
        void befall(Socket socket, InputStream in, Closing closing) throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    },

    /**
     * Nothing more is said. What the client sends is read and thrown away, so that its leaving is noticed
     * ({@link ScriptedServer#openConnections()}).
     */
    SILENCE {
        @Override
        void befall(Socket socket, InputStream in, Closing closing) throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }
    },

    /** Nothing more is said nor read until the server closes: a client's large body gets stuck, its leaving goes unseen. */
    DEAF {
        @Override
        void befall(Socket socket, InputStream in, Closing closing) throws IOException {
            closing.await();
        }
    };

    abstract void befall(Socket socket, InputStream in, Closing closing) throws IOException;
}
