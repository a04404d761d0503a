package org.holdfast.distribution;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What is tested on PostgreSQL and on servers of their own, while {@link EmbeddedSuite} goes on beside it. */
@Suite
@SelectPackages("org.holdfast.distribution")
@IncludeClassNamePatterns(OtherServersSuite.CLASSES)
class OtherServersSuite {
    static final String CLASSES = ".*\\.(Postgres\\w+|CommandLine|Https|ShippedSbom|Token|Stories|Leaving)IT";
}
