package org.cleardown.placing

import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicInteger
import kotlin.random.Random

/** Where a waiting call and its hold screen meet: the screen says "seen", the call says what became of it. */
class HoldDesk {
    private class Waiting(val onSeen: () -> Unit) {
        var isHeld: Boolean? = null
        var onSettled: ((Boolean) -> Unit)? = null
    }

    // Not from one: a screen of a process that has died must not be taken for that of a new call.
    private val ids = AtomicInteger(Random.nextInt(1, Int.MAX_VALUE / 2))
    private val calls: MutableMap<Int, Waiting> = ConcurrentHashMap()

    /** A new waiting call; [onSeen] is called when its screen is in front of the person. */
    fun open(onSeen: () -> Unit): Int {
        val id = ids.incrementAndGet()
        calls[id] = Waiting(onSeen)
        calls.keys.removeAll { it <= id - KEPT }
        return id
    }

    /** The screen of call [id] is drawn and in front. */
    fun seen(id: Int) {
        calls[id]?.onSeen?.invoke()
    }

    /** Call [id] was held, or went out after all. */
    fun settle(id: Int, isHeld: Boolean) {
        val call = calls[id] ?: return
        val tell = synchronized(call) {
            call.isHeld = isHeld
            call.onSettled
        }
        tell?.invoke(isHeld)
    }

    /** Calls [onSettled] once it is known what became of call [id]; at once if it is known already. */
    fun watch(id: Int, onSettled: (Boolean) -> Unit) {
        val call = calls[id] ?: return
        val known = synchronized(call) {
            call.onSettled = onSettled
            call.isHeld
        }
        if (known != null) onSettled(known)
    }

    private companion object {
        /** Calls remembered, so that a screen that is turned can still ask. */
        const val KEPT = 8
    }
}
