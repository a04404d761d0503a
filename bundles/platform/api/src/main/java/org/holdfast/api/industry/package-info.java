/** What an industry bundle says: signals, position families, features, scorecard, lexicon and guidance. */
@Export
@Version("1.1.0")
package org.holdfast.api.industry;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
