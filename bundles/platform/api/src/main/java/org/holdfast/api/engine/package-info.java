/** Training, scoring, explaining and evaluating models. */
@Export
@Version("1.0.0")
package org.holdfast.api.engine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
