// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.sideways.event;

import io.github.resilienthttp.architecture.planted.sideways.meter.AsksLimit;

record AsksMeter(AsksLimit meter) {}
