/** What a bundle declares about itself in its manifest. */
@Export
@Version("1.0.0")
package org.holdfast.api.bundle;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
