// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.impure.policy;

import org.greenbytes.http.sfv.Parser;

public record ParsesFields(Parser parser) {}
