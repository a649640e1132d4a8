// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where the program reads and writes.
 *
 * @param out results; UTF-8
 * @param err errors and progress; UTF-8
 * @param in what {@code --body -} reads
 * @param outTerminal whether a person looks at {@code out}: colours may be used
 * @param errTerminal whether a person looks at {@code err}: a progress bar may be drawn
 */
public record Console(PrintStream out, PrintStream err, InputStream in, boolean outTerminal, boolean errTerminal) {}
