// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.impure.hint;

import org.greenbytes.http.sfv.Parser;

public record Fields(Parser parser) {}
