// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.testkit.ScriptedServer;

/**
 * What surrounds an adapter in one test.
 *
 * @param engine to be installed; the test closes it
 * @param server the server that requests should reach; the test closes it
 * @param connections the size of the pool, 1 or more, where the client has one
 */
public record AdapterSetting(ResilientHttp engine, ScriptedServer server, int connections) {}
