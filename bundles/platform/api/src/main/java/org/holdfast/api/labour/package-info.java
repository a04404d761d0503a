/** What a country's labour law says: for now, on which days people work. */
@Export
@Version("1.0.0")
package org.holdfast.api.labour;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
