package org.holdfast.distribution;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What is tested on the demo with the embedded database, in one process: its classes share the server. */
@Suite
@SelectPackages("org.holdfast.distribution")
@IncludeClassNamePatterns(".*IT")
@ExcludeClassNamePatterns(OtherServersSuite.CLASSES)
class EmbeddedSuite {}
