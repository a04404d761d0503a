/** The plumbing of the HTTP API: JSON, problems, texts, pages, idempotency, health, metrics and its own description. */
package org.holdfast.core.platform.rest;
