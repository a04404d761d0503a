package org.holdfast.launcher.bundles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails instead of giving more bytes than are allowed. */
final class LimitedInput extends FilterInputStream {
    private long left;

    LimitedInput(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        spend(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        spend(Math.max(count, 0));
        return count;
    }

    private void spend(int count) throws IOException {
        left -= count;
        if (left < 0) {
            throw new BundleFileRefused("bundleRefusal.tooLarge");
        }
    }
}
