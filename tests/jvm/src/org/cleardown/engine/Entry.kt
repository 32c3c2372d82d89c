package org.cleardown.engine

/** Every entry that takes a handle: as native code has it, and by the Kotlin face. */
internal enum class Entry(val native: (Int, ByteArray?) -> ByteArray?, val ask: (Engine) -> Any) {
    SCREEN(Native::screen, { it.screen(incoming(BANK), NOW) }),
    RECORD_SCREEN(Native::recordScreen, { it.recordScreen(incoming(BANK), NOW) }),
    ENDED(Native::ended, { it.ended(ended(BANK), NOW) }),
    PLACE(Native::place, { it.place(outgoing(BANK), NOW) }),
    RECORD_PLACE(Native::recordPlace, { it.recordPlace(BANK, false, Outcome.HELD, NOW) }),
    PERSON(Native::person, { it.person(PersonSays.SUSPICIOUS_CALL_HERE, null, NOW) }),
    CONFIGURE(Native::configure, { it.configure(mapOf("history_days" to 91), Origin.PERSON, NOW) }),
    CLOCK(Native::clock, { it.clock(ClockEvent.CLOCK_CHANGED, NOW) }),
    STATUS(Native::status, { it.status(NOW) }),
    HISTORY(Native::history, { it.history(NOW) }),
    HEALTH(Native::health, { it.health("native_error", NOW) }),
    MAINTAIN(Native::maintain, { it.maintain(NOW) }),
    EXPLAIN(Native::explain, { it.explain("0800 121 8899", NOW) }),
    BUNDLE(Native::bundle, { it.removeRelative(NOW) }),
    REPORT(Native::report, { it.report(PhoneFacts("0.1.0", "16", 36, emptyMap()), NOW) }),
    PIN(Native::pin, { it.forgotPin(NOW) }),
    SYNC({ handle, request -> Native.sync(handle, request, null) }, { it.syncStart(SyncBy.SCHEDULE, 7, NOW) }),
}
