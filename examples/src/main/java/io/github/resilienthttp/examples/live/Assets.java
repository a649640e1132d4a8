// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.live;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The files of the page, all of them out of the program's own jar. */
final class Assets {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    /** As the WebJar's version in the build. */
    private static final String CHARTS = "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    private static final Map<String, Asset> ALL = Map.of(
            "/", new Asset("page.html", "text/html; charset=utf-8"),
            "/page.css", new Asset("page.css", "text/css; charset=utf-8"),
            "/page.js", new Asset("page.js", SCRIPT),
            "/model.js", new Asset("model.js", SCRIPT),
            "/chart.js", new Asset(CHARTS, SCRIPT),
            "/icon.svg", new Asset("icon.svg", "image/svg+xml"));

    private record Asset(String resource, String contentType) {}

    private Assets() {}

    static Optional<Answer> find(String path) throws IOException {
        Asset asset = ALL.get(path);
        return asset == null ? Optional.empty() : Optional.of(new Answer(200, asset.contentType(), read(asset)));
    }

    private static byte[] read(Asset asset) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream(asset.resource())) {
            if (in == null) {
                throw new IOException("not in the jar: " + asset.resource());
            }
            return in.readAllBytes();
        }
    }
}
