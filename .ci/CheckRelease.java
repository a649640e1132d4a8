// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Checks a release in a directory: which files there are, what the POMs say and bring along, which modules the jars are. Run as a
 * source file: {@code java .ci/CheckRelease.java <directory> <version>}. Tells all faults; status 1 where there is one.
 */
final class CheckRelease {
    private static final String GROUP = "io.github.resilienthttp";
    private static final String BOM = "resilient-http-bom";
    private static final String RESILIENCE4J =
            "resilience4j-circuitbreaker resilience4j-ratelimiter resilience4j-retry ";

    /** Each jar that is published: the module it is, and what users get with it without asking. */
    private record Published(String artifact, String module, String brings) {}

    private static final List<Published> JARS = List.of(
            new Published(
                    "resilient-http-core",
                    "io.github.resilienthttp.core",
                    RESILIENCE4J + "resilience4j-core jspecify slf4j-api structured-fields"),
            new Published(
                    "resilient-http-httpclient5",
                    "io.github.resilienthttp.httpclient5",
                    "resilient-http-core httpclient5 httpcore5 httpcore5-h2 jspecify"),
            new Published(
                    "resilient-http-spring-boot-starter",
                    "io.github.resilienthttp.spring",
                    RESILIENCE4J + "resilient-http-core jspecify slf4j-api spring-core spring-web"),
            new Published("resilient-http-storm", "io.github.resilienthttp.storm", "resilient-http-core jspecify"));

    private final Path group;
    private final String version;
    private final List<String> faults = new ArrayList<>();
    private final XPath xpath = XPathFactory.newInstance().newXPath();

    private CheckRelease(Path directory, String version) {
        this.group = directory.resolve(GROUP.replace('.', '/'));
        this.version = version;
    }

    public static void main(String[] args) throws Exception {
        CheckRelease check = new CheckRelease(Path.of(args[0]), args[1]);
        check.all();
        check.faults.forEach(System.err::println);
        if (!check.faults.isEmpty()) {
            System.exit(1);
        }
        System.out.println(
                "checked: files, POMs and modules of " + (JARS.size() + 1) + " artifacts, version " + args[1]);
    }

    private void all() throws Exception {
        Set<String> artifacts = JARS.stream().map(Published::artifact).collect(Collectors.toCollection(TreeSet::new));
        artifacts.add(BOM);
        same("artifacts", names(group), artifacts);
        files(BOM, Stream.of(".pom"));
        metadata(BOM);
        for (Published jar : JARS) {
            files(
                    jar.artifact(),
                    Stream.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml"));
            dependencies(jar, metadata(jar.artifact()));
            contents(jar.artifact());
        }
        modules();
    }

    /** Exactly these, each with its checksums; signatures may be there. */
    private void files(String artifact, Stream<String> endings) throws IOException {
        Set<String> expected = endings.map(ending -> artifact + "-" + version + ending)
                .flatMap(name -> Stream.of(name, name + ".md5", name + ".sha1"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = names(group.resolve(artifact).resolve(version));
        there.removeIf(name -> name.matches(".*\\.asc(\\.md5|\\.sha1)?"));
        same("files of " + artifact, there, expected);
    }

    /** What Central asks for, and nothing that only means something inside our build. */
    private Document metadata(String artifact) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file(artifact, ".pom").toFile());
        for (String needed : List.of(
                "name",
                "description",
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "developers/developer/url",
                "scm/connection",
                "scm/developerConnection",
                "scm/url")) {
            expect(!values(pom, needed).isEmpty(), artifact + ": its POM has no " + needed);
        }
        for (String internal :
                List.of("parent", "build", "properties", "profiles", "repositories", "distributionManagement")) {
            expect(values(pom, internal).isEmpty(), artifact + ": its POM has " + internal);
        }
        same("version of " + artifact, Set.copyOf(values(pom, "version")), Set.of(version));
        for (String other : values(pom, "dependencies/dependency/version")) {
            expect(!other.contains("${") && !other.endsWith("-SNAPSHOT"), artifact + ": depends on version " + other);
        }
        if (artifact.equals(BOM)) {
            same(
                    "what the BOM manages",
                    new TreeSet<>(values(pom, "dependencyManagement/dependencies/dependency/artifactId")),
                    JARS.stream().map(Published::artifact).collect(Collectors.toCollection(TreeSet::new)));
        }
        return pom;
    }

    private void dependencies(Published jar, Document pom) throws XPathExpressionException {
        String brought = "dependencies/dependency[not(optional='true') and scope='compile']/artifactId";
        same(
                "what " + jar.artifact() + " brings",
                new TreeSet<>(values(pom, brought)),
                new TreeSet<>(Set.of(jar.brings().split(" "))));
        String others = "dependencies/dependency[not(scope='compile' or scope='provided')]/artifactId";
        same("other scopes of " + jar.artifact(), Set.copyOf(values(pom, others)), Set.of());
    }

    private void contents(String artifact) throws IOException {
        has(artifact, ".jar", "META-INF/LICENSE");
        has(artifact, "-sources.jar", "META-INF/LICENSE");
        has(artifact, "-javadoc.jar", "index.html");
        try (JarFile jar = new JarFile(file(artifact, ".jar").toFile());
                JarFile sources = new JarFile(file(artifact, "-sources.jar").toFile())) {
            Set<String> from = sources.stream()
                    .filter(entry -> entry.getName().endsWith(".java"))
                    .map(entry -> entry.getName().replaceFirst("\\.java$", ".class"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> compiled = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .collect(Collectors.toCollection(TreeSet::new));
            same("classes of " + artifact + " against its sources", compiled, from);
        }
    }

    private void has(String artifact, String ending, String entry) throws IOException {
        try (JarFile jar = new JarFile(file(artifact, ending).toFile())) {
            expect(jar.getEntry(entry) != null, artifact + ending + " has no " + entry);
        }
    }

    /** As the JVM sees them: each under the name that its manifest gives it, no package in two of them. */
    private void modules() {
        Map<String, String> owners = new HashMap<>();
        for (Published jar : JARS) {
            ModuleDescriptor module = ModuleFinder.of(file(jar.artifact(), ".jar")).findAll().stream()
                    .findAny()
                    .orElseThrow()
                    .descriptor();
            expect(module.name().equals(jar.module()), jar.artifact() + " is the module " + module.name());
            for (String name : module.packages()) {
                String owner = owners.putIfAbsent(name, jar.artifact());
                expect(owner == null, "package " + name + " is in " + owner + " and in " + jar.artifact());
            }
        }
    }

    private Path file(String artifact, String ending) {
        return group.resolve(artifact).resolve(version).resolve(artifact + "-" + version + ending);
    }

    private List<String> values(Document pom, String path) throws XPathExpressionException {
        NodeList found = (NodeList) xpath.evaluate("/project/" + path, pom, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> found.item(index).getTextContent().strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void same(String what, Set<String> there, Set<String> expected) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(there);
        Set<String> unexpected = new TreeSet<>(there);
        unexpected.removeAll(expected);
        expect(missing.isEmpty() && unexpected.isEmpty(), what + ": missing " + missing + ", unexpected " + unexpected);
    }

    private void expect(boolean met, String fault) {
        if (!met) {
            faults.add(fault);
        }
    }
}
