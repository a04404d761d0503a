/** What every engine has to prove. */
@NullMarked
package org.holdfast.testkit.engine;

import org.jspecify.annotations.NullMarked;
