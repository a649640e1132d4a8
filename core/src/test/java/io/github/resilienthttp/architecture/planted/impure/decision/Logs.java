// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.impure.decision;

import org.slf4j.Logger;

public record Logs(Logger log) {}
