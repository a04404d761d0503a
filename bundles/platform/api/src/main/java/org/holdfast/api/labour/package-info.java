/** What a country's labour law says: on which days people work, and what holds when an employment ends. */
@Export
@Version("1.2.0")
package org.holdfast.api.labour;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
