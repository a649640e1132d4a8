// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;

/**
 * What happened in one second.
 *
 * @param calls that arrived
 * @param well those of them that ended well, whenever that was
 * @param requests that reached the server, refused connections included
 * @param good calls that ended well in this second
 * @param failed calls that ended in this second with an error of the server, or without any answer
 * @param refused calls that ended in this second without being sent, or sent again, by the client's own decision
 * @param throttled requests that got a 429
 * @param served requests that the server did all the work for and that were answered in time, errors included
 * @param wasted requests that the server did all the work for when nobody waited any more
 * @param inFlight requests at the server at its end
 */
@Experimental
public record Second(
        int calls,
        int well,
        int requests,
        int good,
        int failed,
        int refused,
        int throttled,
        int served,
        int wasted,
        int inFlight) {}
