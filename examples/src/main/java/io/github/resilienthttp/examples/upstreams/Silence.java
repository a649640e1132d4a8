// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import com.github.tomakehurst.wiremock.common.Notifier;
import org.jspecify.annotations.Nullable;

/** Says nothing: what a simulator does is seen in its answers. */
final class Silence implements Notifier {
    @Override
    public void info(String message) {
        // Of no interest.
    }

    @Override
    public void error(String message) {
        // A client that hangs up is no error here.
    }

    @Override
    public void error(String message, @Nullable Throwable cause) {
        // A client that hangs up is no error here.
    }
}
