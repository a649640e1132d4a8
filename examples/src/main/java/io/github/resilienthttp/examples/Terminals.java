package io.github.resilienthttp.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether a person looks at a stream of this process. */
final class Terminals {
    private static final int FIRST_JAVA_WHOSE_CONSOLE_SAYS_NOTHING = 22;

    private Terminals() {}

    /** Whether the file descriptor, 1 or 2, is a terminal that understands colours and cursor movement. */
    static boolean isTerminal(int descriptor) {
        if (System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.exists(link)) {
            return isTerminalDevice(link);
        }
        // Elsewhere only the pair of input and output is known, and from Java 22 on not even that.
        return Runtime.version().feature() < FIRST_JAVA_WHOSE_CONSOLE_SAYS_NOTHING && System.console() != null;
    }

    private static boolean isTerminalDevice(Path link) {
        try {
            String device = link.toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | SecurityException notSeen) {
            return false;
        }
    }
}
