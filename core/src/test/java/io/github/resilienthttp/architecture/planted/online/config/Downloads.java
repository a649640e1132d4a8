// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.online.config;

import java.net.URL;

public record Downloads(URL address) {}
