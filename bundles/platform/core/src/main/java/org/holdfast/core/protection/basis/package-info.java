/** On which lawful basis data about people may be used: rule books, bases on file, notices, assessments, the gate. */
@NullMarked
package org.holdfast.core.protection.basis;

import org.jspecify.annotations.NullMarked;
