/** Signals: dated observations about a person, with their unit, data category and purposes. */
@Export
@Version("1.0.0")
package org.holdfast.api.signal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
