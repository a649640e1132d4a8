// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.decision.FailureKind;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** The rest of the chain, run within the time of an attempt. */
record Attempt(ExecChain.Scope scope, ExecChain chain, OpenCall open, AttemptLimit limit) {
    ExecRuntime runtime() {
        return scope.execRuntime;
    }

    /** Runs attempt {@code number} within {@code nanos} (0: no limit) up to the response head. */
    ClassicHttpResponse send(ClassicHttpRequest request, ExecChain.Scope inner, int number, long nanos)
            throws IOException, HttpException {
        if (scope.execRuntime.isExecutionAborted()) {
            throw new RequestFailedException("Request aborted");
        }
        open.attemptBegins();
        return nanos > 0 ? guarded(request, inner, number, nanos) : chain.proceed(request, inner);
    }

    private ClassicHttpResponse guarded(ClassicHttpRequest request, ExecChain.Scope inner, int number, long nanos)
            throws IOException, HttpException {
        HttpClientContext context = scope.clientContext;
        RequestConfig before = context.getRequestConfig();
        EndpointCut cut = limit.cutAt(open.call().attemptEndNanos(), scope.execRuntime);
        try {
            context.setRequestConfig(limit.lease(context, nanos));
            ClassicHttpResponse response = chain.proceed(request, inner);
            if (cut.over() && cutOff(response)) {
                ResponseDrain.drop(response, scope.execRuntime);
                throw timeout(cut, number, nanos, null);
            }
            return response;
        } catch (IOException | HttpException | RuntimeException failure) {
            if (cut.over()
                    && !(failure instanceof AttemptTimeoutException)
                    && !scope.execRuntime.isExecutionAborted()) {
                throw timeout(cut, number, nanos, failure);
            }
            throw failure;
        } finally {
            cut.over();
            context.setRequestConfig(before);
        }
    }

    /** A response without a body was whole when its connection was dropped. */
    private static boolean cutOff(ClassicHttpResponse response) {
        return response.getEntity() != null && response.getEntity().isStreaming();
    }

    private AttemptTimeoutException timeout(EndpointCut cut, int number, long nanos, @Nullable Throwable cause) {
        FailureKind connected = open.sending() ? FailureKind.BROKEN : FailureKind.UNREACHABLE;
        return new AttemptTimeoutException(number, nanos, cut.leasing() ? FailureKind.LOCAL : connected, cause);
    }
}
