// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.hint.HeaderView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;
import org.jspecify.annotations.Nullable;

/** The header fields of a message of HttpClient's, as the engine reads them; a field without a value reads as empty. */
record HeaderFields(MessageHeaders message) implements HeaderView {
    @Override
    public @Nullable String first(String name) {
        Header field = message.getFirstHeader(name);
        return field == null ? null : value(field);
    }

    @Override
    public List<String> all(String name) {
        Iterator<Header> fields = message.headerIterator(name);
        if (!fields.hasNext()) {
            return List.of();
        }
        List<String> values = new ArrayList<>(2);
        while (fields.hasNext()) {
            values.add(value(fields.next()));
        }
        return values;
    }

    @Override
    public void forEach(BiConsumer<String, String> visitor) {
        for (Iterator<Header> fields = message.headerIterator(); fields.hasNext(); ) {
            Header field = fields.next();
            visitor.accept(field.getName(), value(field));
        }
    }

    private static String value(Header field) {
        String value = field.getValue();
        return value == null ? "" : value;
    }
}
