// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.impure.hint;

import java.io.InputStream;

public record Streams(InputStream body) {}
