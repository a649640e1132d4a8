// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.config;

import io.github.resilienthttp.policy.ConfigValue;
import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.PolicyBinder;
import io.github.resilienthttp.policy.ResilientHttpConfig;
import io.github.resilienthttp.stability.Experimental;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code .properties} file in UTF-8, in the syntax of {@link java.util.Properties}, that knows on which line each key
 * stands. Immutable.
 */
@Experimental
public final class PropertiesFile {
    private final String name;
    private final Map<String, ConfigValue> values = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private PropertiesFile(String name, byte[] bytes) {
        this.name = name;
        Utf8Text content = Utf8Text.decode(bytes);
        PropertyLine.of(content.text()).forEach(this::add);
        if (content.badLine() > 0) {
            faults.add(new Fault("", null, place(content.badLine()), "not UTF-8"));
        }
    }

    /**
     * Reads a file.
     *
     * @param file where it is
     * @return what it holds
     * @throws InvalidConfigurationException where it cannot be read; names the file
     */
    public static PropertiesFile read(Path file) {
        String name = file.toString();
        try {
            return new PropertiesFile(name, Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            throw unreadable(name, "no such file", missing);
        } catch (AccessDeniedException denied) {
            throw unreadable(name, "may not be read", denied);
        } catch (IOException failed) {
            throw unreadable(name, Files.isDirectory(file) ? "a directory, not a file" : "cannot be read", failed);
        }
    }

    /**
     * Reads a resource of the class path.
     *
     * @param loader whose resources are looked at
     * @param resource its name, such as {@code upstreams.properties}, without a leading slash
     * @return what it holds
     * @throws InvalidConfigurationException where it cannot be read; names the resource
     */
    public static PropertiesFile resource(ClassLoader loader, String resource) {
        String name = "classpath:" + resource;
        try (InputStream stream = loader.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new InvalidConfigurationException(List.of(new Fault("", null, name, "no such resource")));
            }
            return read(stream, name);
        } catch (IOException failed) {
            throw unreadable(name, "cannot be read", failed);
        }
    }

    /**
     * Reads a stream to its end, and leaves it open.
     *
     * @param stream the file's bytes
     * @param name how faults call it
     * @return what it holds
     * @throws InvalidConfigurationException where it cannot be read
     */
    public static PropertiesFile read(InputStream stream, String name) {
        try {
            return new PropertiesFile(name, stream.readAllBytes());
        } catch (IOException failed) {
            throw unreadable(name, "cannot be read", failed);
        }
    }

    /**
     * All keys, those of others as well, in the order of the file.
     *
     * @return each key's first value and where it stands, such as {@code upstreams.properties:12}
     */
    public Map<String, ConfigValue> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * What is wrong with the file itself: keys that stand in it twice, malformed escapes, bytes that are not UTF-8.
     *
     * @return the faults, in the order of the file
     */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /**
     * Binds the file to policies.
     *
     * @return all clients
     * @throws InvalidConfigurationException names every fault of the file and of its keys, in the order of the file
     */
    public ResilientHttpConfig bind() {
        List<Fault> all = new ArrayList<>(faults);
        try {
            ResilientHttpConfig config = PolicyBinder.bind(values);
            if (all.isEmpty()) {
                return config;
            }
        } catch (InvalidConfigurationException refused) {
            all.addAll(refused.faults());
        }
        all.sort(Comparator.comparingInt(this::line));
        throw new InvalidConfigurationException(all);
    }

    private void add(PropertyLine line) {
        String place = place(line.number());
        try {
            line.entry().ifPresent(entry -> add(entry.getKey(), entry.getValue(), place));
        } catch (IllegalArgumentException malformed) {
            faults.add(
                    new Fault("", null, place, "malformed Unicode escape; allowed: \\u and four hexadecimal digits"));
        }
    }

    private void add(String key, String value, String place) {
        ConfigValue earlier = values.putIfAbsent(key, new ConfigValue(value, place));
        if (earlier != null) {
            faults.add(new Fault(key, value, place, "the key stands at " + earlier.place() + " already"));
        }
    }

    private String place(int line) {
        return name + ":" + line;
    }

    private int line(Fault fault) {
        String place = fault.place();
        return place == null ? Integer.MAX_VALUE : Integer.parseInt(place.substring(name.length() + 1));
    }

    private static InvalidConfigurationException unreadable(String name, String problem, IOException cause) {
        InvalidConfigurationException refused =
                new InvalidConfigurationException(List.of(new Fault("", null, name, problem)));
        refused.initCause(cause);
        return refused;
    }
}
