package org.cleardown.engine

import java.io.File

internal val NOW = Now(wallMs = 1_794_916_800_000, elapsedMs = 3_600_000, boot = 7)

/** The same moment, while a call is running. */
internal val IN_CALL = NOW.copy(inCall = true)

internal const val BANK = "+448001218899"

/** An engine over a folder, with the list that comes with the app. */
internal fun openEngine(folder: File, history: File? = File(folder, "history")): Engine {
    NativeLibrary.load(System.getProperty("cleardown.library"))
    return Engine.open(File(folder, "device").path, history?.path, "GB", NOW)
}

internal fun incoming(number: String?) =
    IncomingCall(number, Presentation.ALLOWED, Verification.NOT_VERIFIED, Contact.NO)

internal fun outgoing(number: String) =
    OutgoingCall(number, interactive = true, emergency = false, inCall = false, Contact.NO)

internal fun ended(number: String?) = EndedCall(number, identified = true, answered = true, inCall = false)
