package org.holdfast.core.protection;

import org.holdfast.api.protection.KeyRing;
import org.holdfast.launcher.keys.KeyRotation;

/** How the keys of a level are replaced. Whoever is killed during it goes on by calling {@link #run} again. */
interface Rotation {

    /** Returns how many keys have to be wrapped anew. */
    long total();

    /**
     * Replaces the keys.
     *
     * @param rotation what is known about the rotation, as stored
     * @param ring the open ring
     * @param after called after each step that outlives a kill; what it throws ends the rotation there
     */
    void run(KeyRotation rotation, KeyRing ring, Runnable after);
}
