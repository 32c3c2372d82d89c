package org.cleardown.guard

import java.util.concurrent.atomic.AtomicBoolean

/** Lets exactly one answer through, whoever comes first: our decision, the watchdog or a failure. */
class AnswerGate<A>(private val deliver: (A) -> Unit) {
    private val answered = AtomicBoolean()

    /** Whether an answer went out. */
    val isAnswered: Boolean get() = answered.get()

    /** True if this was the first answer; it has then been delivered. */
    fun answer(answer: A): Boolean {
        if (!answered.compareAndSet(false, true)) return false
        deliver(answer)
        return true
    }
}
