// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import org.apache.hc.client5.http.EndpointInfo;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;

/** A connection of HttpClient's, of which everything is passed on that says nothing about how an attempt ends. As thread-safe as that. */
abstract class ForwardedRuntime implements AsyncExecRuntime {
    /** What everything is passed on to. */
    final AsyncExecRuntime fork;

    ForwardedRuntime(AsyncExecRuntime fork) {
        this.fork = fork;
    }

    @Override
    public boolean isEndpointAcquired() {
        return fork.isEndpointAcquired();
    }

    @Override
    public boolean isEndpointConnected() {
        return fork.isEndpointConnected();
    }

    @Override
    public void upgradeTls(HttpClientContext context) {
        fork.upgradeTls(context);
    }

    @Override
    public void upgradeTls(HttpClientContext context, FutureCallback<AsyncExecRuntime> callback) {
        fork.upgradeTls(context, callback);
    }

    @Override
    public EndpointInfo getEndpointInfo() {
        return fork.getEndpointInfo();
    }

    @Override
    public boolean validateConnection() {
        return fork.validateConnection();
    }

    @Override
    public AsyncExecRuntime fork() {
        return fork.fork();
    }
}
