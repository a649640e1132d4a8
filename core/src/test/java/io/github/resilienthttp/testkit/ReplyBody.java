// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The body of a scripted response: what is sent of it and what is said about it. */
final class ReplyBody {
    static final ReplyBody EMPTY = new ReplyBody(new byte[0], Framing.LENGTH, -1, false, Duration.ZERO);

    /** Declared for a body without end where a length has to be told: 1 TiB. */
    private static final long ENDLESS_LENGTH = 1L << 40;

    private final byte[] content;
    private final Framing framing;
    private final long declared;
    private final boolean endless;
    private final Duration drip;

    private ReplyBody(byte[] content, Framing framing, long declared, boolean endless, Duration drip) {
        this.content = content;
        this.framing = framing;
        this.declared = declared;
        this.endless = endless;
        this.drip = drip;
    }

    ReplyBody withContent(byte[] bytes) {
        return new ReplyBody(bytes.clone(), framing, declared, endless, drip);
    }

    ReplyBody framed(Framing by) {
        return new ReplyBody(content, by, declared, endless, drip);
    }

    ReplyBody declaring(long length) {
        return new ReplyBody(content, framing, length, endless, drip);
    }

    ReplyBody withoutEnd() {
        return new ReplyBody(content, framing, declared, true, drip);
    }

    ReplyBody withDrip(Duration pause) {
        return new ReplyBody(content, framing, declared, endless, pause);
    }

    boolean empty() {
        return content.length == 0;
    }

    boolean endless() {
        return endless;
    }

    Duration drip() {
        return drip;
    }

    boolean untilClose() {
        return framing == Framing.UNTIL_CLOSE;
    }

    boolean declaresWithoutUse() {
        return declared >= 0 && framing != Framing.LENGTH;
    }

    /** Whether a client that believes the declared length would wait for more, or take the rest for the next response. */
    boolean lies() {
        return !endless && declared >= 0 && declared != content.length;
    }

    List<HeaderLine> framingLines() {
        if (declared >= 0) {
            return framing.lines(declared);
        }
        return framing.lines(endless ? ENDLESS_LENGTH : content.length);
    }

    /** The whole body as it stands on the wire, for one that ends. */
    byte[] bytes() {
        byte[] block = framing.block(content);
        byte[] end = framing.end();
        byte[] all = Arrays.copyOf(block, block.length + end.length);
        System.arraycopy(end, 0, all, block.length, end.length);
        return all;
    }

    /** What is repeated for ever, for one that does not end. */
    byte[] endlessBlock() {
        byte[] filler = new byte[8192];
        Arrays.fill(filler, (byte) 'x');
        return framing.block(empty() ? filler : content);
    }
}
