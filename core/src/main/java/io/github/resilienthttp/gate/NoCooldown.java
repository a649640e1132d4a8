// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

/** Never closes. */
final class NoCooldown implements Cooldown {
    @Override
    public boolean open() {
        return true;
    }

    @Override
    public Entry enter(Waiter waiter, long now, long latest) {
        return Entry.UNPACED;
    }

    @Override
    public long turnedAwayUntil(long now, long latest) {
        return 0;
    }

    @Override
    public void leave(Waiter waiter, long now) {}

    @Override
    public void answered(int epoch, boolean throttled, long now) {}

    @Override
    public void lost(int epoch, long now) {}

    @Override
    public void close(long until, long now) {}

    @Override
    public void reopen(long now) {}

    @Override
    public long closedUntil(long now) {
        return 0;
    }

    @Override
    public boolean idle(long now) {
        return true;
    }

    @Override
    public int waiting() {
        return 0;
    }
}
