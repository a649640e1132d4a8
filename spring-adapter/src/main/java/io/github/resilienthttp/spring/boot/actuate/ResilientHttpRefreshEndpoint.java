// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.actuate;

import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.spring.boot.ResilientHttpRefresh;
import io.github.resilienthttp.stability.Experimental;
import java.util.List;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Reads the configuration again; nobody may unless access to it is granted. Thread-safe. */
@Endpoint(id = "resilienthttprefresh", defaultAccess = Access.NONE)
@Experimental
public final class ResilientHttpRefreshEndpoint {
    private final ResilientHttpRefresh refresh;

    /**
     * An endpoint of one configuration.
     *
     * @param refresh reads it
     */
    public ResilientHttpRefreshEndpoint(ResilientHttpRefresh refresh) {
        this.refresh = refresh;
    }

    /** {@return what has changed; with status 400, all faults of a configuration that is refused} */
    @WriteOperation
    public WebEndpointResponse<RefreshView> refresh() {
        try {
            return new WebEndpointResponse<>(new RefreshView(refresh.refresh(), List.of()));
        } catch (InvalidConfigurationException refused) {
            List<String> faults = refused.faults().stream().map(Fault::toString).toList();
            return new WebEndpointResponse<>(
                    new RefreshView(List.of(), faults), WebEndpointResponse.STATUS_BAD_REQUEST);
        }
    }
}
