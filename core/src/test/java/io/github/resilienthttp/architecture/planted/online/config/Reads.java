// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.online.config;

import java.io.InputStream;

public record Reads(InputStream source) {}
