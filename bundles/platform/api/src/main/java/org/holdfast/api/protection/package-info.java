/** Keys and sealed records: what a key ring bundle does for the host. */
@Export
@Version("1.2.0")
package org.holdfast.api.protection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
