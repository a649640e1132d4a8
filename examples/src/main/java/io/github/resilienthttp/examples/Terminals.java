package io.github.resilienthttp.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** Finds out whether a person looks at a stream of this process. */
final class Terminals {
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
        return Ansi.AUTO.enabled();
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
