package org.cleardown.bench

import org.cleardown.engine.Contact
import org.cleardown.engine.Engine
import org.cleardown.engine.IncomingCall
import org.cleardown.engine.NativeLibrary
import org.cleardown.engine.Now
import org.cleardown.engine.Presentation
import org.cleardown.engine.Verification

/** The first decision as the app makes it: load the library, open the engine, ask. */
object Ours {
    /** [args]: library, folder of the phone, folder of the history, number. */
    @JvmStatic
    fun main(args: Array<String>) {
        val began = System.nanoTime()
        NativeLibrary.load(args[0])
        val now = Now(1_795_276_800_000, 600_000_000, 12)
        val call = IncomingCall(args[3], Presentation.ALLOWED, Verification.NOT_VERIFIED, Contact.NO)
        val verdict = Engine.open(args[1], args[2], "GB", now).screen(call, now)
        val took = System.nanoTime() - began
        println("$took ${if (verdict.organisation != null) 1 else 0}")
        Runtime.getRuntime().halt(0)
    }
}
