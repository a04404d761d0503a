/** Reading data from outside. */
@Export
@Version("1.0.0")
package org.holdfast.api.connector;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
