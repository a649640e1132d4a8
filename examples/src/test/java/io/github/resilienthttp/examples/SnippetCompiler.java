// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.examples.MarkdownPage.CodeBlock;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the Java of a page against the class path of the tests. A block is statements, or types of its own. */
final class SnippetCompiler {
    /** What a reader's IDE would import, and what a page takes as given. */
    private static final List<String> PREFACE = List.of(
            "import io.github.resilienthttp.*;",
            "import io.github.resilienthttp.call.*;",
            "import io.github.resilienthttp.config.*;",
            "import io.github.resilienthttp.decision.*;",
            "import io.github.resilienthttp.event.*;",
            "import io.github.resilienthttp.gate.*;",
            "import io.github.resilienthttp.httpclient5.*;",
            "import io.github.resilienthttp.meter.*;",
            "import io.github.resilienthttp.policy.*;",
            "import io.github.resilienthttp.storm.*;",
            "import static io.github.resilienthttp.storm.Scenarios.*;",
            "import static io.github.resilienthttp.storm.StormAssertions.*;",
            "import io.micrometer.core.instrument.Meter;",
            "import io.micrometer.core.instrument.MeterRegistry;",
            "import io.micrometer.core.instrument.config.MeterFilter;",
            "import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;",
            "import java.nio.file.*;",
            "import java.time.*;",
            "import java.util.*;",
            "import org.apache.hc.client5.http.classic.methods.*;",
            "import org.apache.hc.client5.http.impl.async.*;",
            "import org.apache.hc.client5.http.impl.classic.*;",
            "import org.apache.hc.client5.http.protocol.*;",
            "import org.apache.hc.core5.http.io.entity.*;",
            "import org.junit.jupiter.api.*;",
            "abstract class Snippet {",
            "ResilientHttp resilience;",
            "CloseableHttpClient http;",
            "MeterRegistry registry;",
            "abstract void requeue(Reason reason, Instant notBefore);");

    private static final String STATEMENTS = "void statements() throws Exception {";

    private final Path classes;

    /** What is compiled goes into that folder. */
    SnippetCompiler(Path classes) {
        this.classes = classes;
    }

    /** What javac has to say about a block, deprecations included: its line in the page and the message, one line each. */
    List<String> faults(CodeBlock block) {
        String text = String.join("\n", block.lines());
        boolean types = text.matches("(?s)(.*\\n)?(@\\w|(public |final )*(class|interface|record|enum) ).*");
        String head = String.join("\n", PREFACE) + "\n" + (types ? "" : STATEMENTS) + "\n";
        String tail = types ? "\n}" : "\n}}";
        long before = head.lines().count();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-Xlint:deprecation,removal,rawtypes,unchecked",
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("java.class.path"));
        javac.getTask(null, null, told, options, null, List.of(new Source(head + text + tail)))
                .call();
        return told.getDiagnostics().stream()
                .map(fault -> block.line() + fault.getLineNumber() - 1 - before + ": "
                        + fault.getMessage(Locale.ROOT).replaceAll("\\s+", " "))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
