package org.cleardown.engine

/** A counted event of the app's health; [lastMs] in milliseconds since 1970. */
public data class HealthEvent(val code: String, val count: Int, val lastMs: Long)
