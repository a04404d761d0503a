package org.holdfast.core.risk.rest;

/** What is told about a person's risk: all of it to HR, the band and what to do to the line manager. */
public sealed interface RiskAnswer permits RiskView, RiskView.ManagerView {}
