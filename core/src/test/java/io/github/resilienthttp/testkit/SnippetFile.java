// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import io.github.resilienthttp.testkit.MarkdownPage.CodeBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of a page that is a whole file of Java, from {@code package} to the last brace: loaded, so that tests can run what
 * readers copy.
 */
public final class SnippetFile {
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^public (?:final )?(?:class|interface|record) (\\w+)");

    private SnippetFile() {}

    /**
     * Tells whole files from blocks that take things as given.
     *
     * @param block of Java
     * @return whether it begins with its package
     */
    public static boolean isOne(CodeBlock block) {
        return !block.lines().isEmpty() && PACKAGE.matcher(block.lines().get(0)).find();
    }

    /** Its name as javac wants it, after the public type. */
    static String nameOf(String text) {
        Matcher type = TYPE.matcher(text);
        return (type.find() ? type.group(1) : "Snippet") + ".java";
    }

    /**
     * Compiles and loads a file, with some of its text exchanged.
     *
     * @param block a whole file with a public type
     * @param folder where its classes go
     * @param exchanged texts to replace, and by what: addresses and paths that a test has others for
     * @return the public type, in a class loader of its own
     * @throws AssertionError where it does not compile, or has not a text that should be exchanged
     */
    public static Class<?> load(CodeBlock block, Path folder, Map<String, String> exchanged) {
        String text = String.join("\n", block.lines());
        for (Map.Entry<String, String> each : exchanged.entrySet()) {
            if (!text.contains(each.getKey())) {
                throw new AssertionError("line " + block.line() + ": the block does not have " + each.getKey());
            }
            text = text.replace(each.getKey(), each.getValue());
        }
        try {
            Path classes = Files.createTempDirectory(folder, "snippet");
            CodeBlock changed = new CodeBlock(block.line(), block.language(), List.of(text.split("\n", -1)));
            List<String> faults = new SnippetCompiler(classes, List.of()).faults(changed);
            if (!faults.isEmpty()) {
                throw new AssertionError(String.join("\n", faults));
            }
            return loaded(text, classes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Class<?> loaded(String text, Path classes) throws IOException {
        Matcher home = PACKAGE.matcher(text);
        if (!home.find()) {
            throw new AssertionError("a block that is no whole file");
        }
        // Left open: what it holds may load more of its classes as long as it lives.
        ClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, SnippetFile.class.getClassLoader());
        try {
            return loader.loadClass(home.group(1) + "." + nameOf(text).replaceFirst("\\.java$", ""));
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("a block without a public type", missing);
        }
    }

    /**
     * Runs a program.
     *
     * @param type has a {@code main}
     * @param arguments for it
     * @throws Exception as it ends
     */
    public static void run(Class<?> type, String... arguments) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(type.getClassLoader());
        try {
            type.getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw thrown;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
