/** The server's certificate: read from its files, given to handshakes, replaced while the server runs. */
@NullMarked
package org.holdfast.launcher.https;

import org.jspecify.annotations.NullMarked;
