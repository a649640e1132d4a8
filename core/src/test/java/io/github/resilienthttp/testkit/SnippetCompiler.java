// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import io.github.resilienthttp.testkit.MarkdownPage.CodeBlock;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the Java of a page against the class path of the tests. A block is statements, types of its own, or a whole file. */
public final class SnippetCompiler {
    private static final String STATEMENTS = "void statements() throws Exception {";

    private final Path classes;
    private final List<String> preface;

    /**
     * A compiler of blocks that take the same things as given.
     *
     * @param classes the folder that what is compiled goes into
     * @param preface what a reader's IDE would import, then the members of the class around each block
     */
    public SnippetCompiler(Path classes, List<String> preface) {
        this.classes = classes;
        this.preface = List.copyOf(preface);
    }

    /**
     * What javac has to say about a block, deprecations included.
     *
     * @param block of Java
     * @return its line in the page and the message, one line each; nothing where all is well
     */
    public List<String> faults(CodeBlock block) {
        String text = String.join("\n", block.lines());
        if (SnippetFile.isOne(block)) {
            return told(block, SnippetFile.nameOf(text), text, 0);
        }
        boolean types = text.matches("(?s)(.*\\n)?(@\\w|(public |final )*(class|interface|record|enum) ).*");
        String head = String.join("\n", preface) + "\n" + (types ? "" : STATEMENTS) + "\n";
        String tail = types ? "\n}" : "\n}}";
        return told(block, "Snippet.java", head + text + tail, head.lines().count());
    }

    private List<String> told(CodeBlock block, String name, String file, long before) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-parameters",
                "-Xlint:deprecation,removal,rawtypes,unchecked",
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("java.class.path"));
        javac.getTask(null, null, told, options, null, List.of(new Source(name, file)))
                .call();
        return told.getDiagnostics().stream()
                .map(fault -> block.line() + fault.getLineNumber() - 1 - before + ": "
                        + fault.getMessage(Locale.ROOT).replaceAll("\\s+", " "))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
