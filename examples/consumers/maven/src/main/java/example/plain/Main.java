// SPDX-License-Identifier: Apache-2.0
package example.plain;

import java.io.IOException;

/** Prints what it got, from a server of its own. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        try (BusyServer server = new BusyServer();
                Greetings greetings = new Greetings(server.address())) {
            System.out.println(greetings.fetch());
        }
    }
}
