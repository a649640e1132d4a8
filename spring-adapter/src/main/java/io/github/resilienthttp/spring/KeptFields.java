// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.AbstractClientHttpRequest;

/** What a request says, kept for attempts that nearly never come: flat, since a map of header fields costs as much as the engine. */
final class KeptFields implements BiConsumer<String, List<String>> {
    private static final Object[] NOTHING = {};

    /** Names and values in turns; a value that stands alone is not in a list. */
    private Object[] fields = new Object[4];

    private int size;
    private final Object[] attributes;

    private KeptFields(Map<String, Object> attributes) {
        this.attributes = attributes.isEmpty() ? NOTHING : new Object[2 * attributes.size()];
    }

    /** As they are now. */
    static KeptFields of(HttpRequest request) {
        Map<String, Object> attributes = request.getAttributes();
        KeptFields kept = new KeptFields(attributes);
        visitHeaders(request, kept);
        int at = 0;
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            kept.attributes[at++] = attribute.getKey();
            kept.attributes[at++] = attribute.getValue();
        }
        return kept;
    }

    /**
     * To walk through header fields makes a map, for those that tell cases apart; Spring's own requests have none, and the map
     * below is walked. Where a later Spring has taken the way there away, the long one remains.
     */
    @SuppressWarnings("removal")
    private static void visitHeaders(HttpRequest request, BiConsumer<String, List<String>> visitor) {
        HttpHeaders headers = request.getHeaders();
        if (request instanceof AbstractClientHttpRequest) {
            try {
                headers.asMultiValueMap().forEach(visitor);
                return;
            } catch (NoSuchMethodError removed) {
                // Nothing has been visited yet.
            }
        }
        headers.forEach(visitor);
    }

    @Override
    public void accept(String name, List<String> values) {
        if (size == fields.length) {
            fields = Arrays.copyOf(fields, 2 * size);
        }
        fields[size++] = name;
        fields[size++] = values.size() == 1 ? values.get(0) : new ArrayList<>(values);
    }

    @SuppressWarnings("unchecked")
    void addTo(HttpHeaders headers) {
        for (int n = 0; n < size; n += 2) {
            String name = (String) fields[n];
            if (fields[n + 1] instanceof List<?> values) {
                headers.addAll(name, (List<String>) values);
            } else {
                headers.add(name, (String) fields[n + 1]);
            }
        }
    }

    void putInto(Map<String, Object> map) {
        for (int n = 0; n < attributes.length; n += 2) {
            map.put((String) attributes[n], attributes[n + 1]);
        }
    }
}
