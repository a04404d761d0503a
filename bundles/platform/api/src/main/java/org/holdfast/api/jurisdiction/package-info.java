/** What a jurisdiction's privacy law asks: lawful bases, impact assessment, retention periods and times to answer. */
@Export
@Version("1.0.0")
package org.holdfast.api.jurisdiction;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
