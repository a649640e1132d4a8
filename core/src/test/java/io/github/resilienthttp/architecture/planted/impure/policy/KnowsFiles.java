// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.impure.policy;

import java.nio.file.Path;

public record KnowsFiles(Path path) {}
