/** What a jurisdiction's privacy law asks: lawful bases, impact assessment, retention periods, times to answer, automated decisions and breaches. */
@Export
@Version("1.3.0")
package org.holdfast.api.jurisdiction;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
