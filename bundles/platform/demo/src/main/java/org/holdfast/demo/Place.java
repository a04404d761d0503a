package org.holdfast.demo;

/** A town with offices: its province and what pay there is, relative to the national mean. */
record Place(String town, String province, double payFactor) {}
