// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import io.github.resilienthttp.testkit.Fate;
import io.github.resilienthttp.testkit.Reply;

/** What a server does to a body behind a good head. */
enum BadBody {
    STALLED {
        @Override
        Reply of(int status) {
            return begun(status).then(Fate.SILENCE);
        }
    },
    TRUNCATED {
        @Override
        Reply of(int status) {
            return begun(status).then(Fate.CLOSE);
        }
    },
    RESET {
        @Override
        Reply of(int status) {
            return begun(status).then(Fate.RESET);
        }
    },
    ENDLESS {
        @Override
        Reply of(int status) {
            return Reply.status(status).endlessBody();
        }
    },
    ENDLESS_CHUNKS {
        @Override
        Reply of(int status) {
            return Reply.status(status).chunked().endlessBody();
        }
    };

    abstract Reply of(int status);

    private static Reply begun(int status) {
        return Reply.status(status).body("beginning").declaring(100_000);
    }
}
