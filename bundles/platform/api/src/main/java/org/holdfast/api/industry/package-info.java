/** What an industry bundle says: signals, position families, features, scorecard, lexicon, guidance, plan and handover templates. */
@Export
@Version("1.4.0")
package org.holdfast.api.industry;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
