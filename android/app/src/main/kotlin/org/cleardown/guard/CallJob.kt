package org.cleardown.guard

import java.util.concurrent.Future

/**
 * One call that waits for an answer. Ends with exactly one answer: ours, or [open] (ring, place) when
 * the time is over or anything fails.
 */
class CallJob<A>(
    private val guard: CallGuard,
    private val open: A,
    private val timeoutCode: String,
    private val gate: AnswerGate<A>,
) {
    @Volatile private var watch: Future<*>? = null
    @Volatile private var after: ((A) -> Unit)? = null
    private val begunNs = System.nanoTime()
    @Volatile private var answeredNs = begunNs

    /** How long the phone waited for its answer, in microseconds; 0 before that. */
    val waitedUs: Long get() = (answeredNs - begunNs) / NS_PER_US

    /** Whether the phone has its answer. */
    val isAnswered: Boolean get() = gate.isAnswered

    /** Calls [then] with the answer, once it is out; at once with [open] if it is out already. */
    fun onAnswer(then: (A) -> Unit) {
        if (isAnswered) then(open) else after = then
    }

    /** Starts the watchdog. Past two trips native code is not asked any more: answered at once. */
    fun start(limitMs: Long) {
        if (guard.isBypassed) {
            answer(open)
        } else {
            watch = guard.watchdog.after(limitMs, ::trip)
        }
    }

    /** Does a part of the work on the engine's thread; not at all if the answer is out already. */
    fun step(work: () -> Unit) = guard.work.submit {
        if (!isAnswered) {
            try {
                work()
            } catch (failure: Throwable) {
                answer(open)
                throw failure
            }
        }
    }

    /** True if this was the answer that the phone got. */
    fun answer(answer: A): Boolean {
        watch?.cancel(false)
        val isFirst = try {
            gate.answer(answer)
        } catch (_: Throwable) {
            guard.troubles.record("answer_failed")
            false
        }
        if (isFirst) {
            answeredNs = System.nanoTime()
            after?.invoke(answer)
        }
        return isFirst
    }

    private fun trip() {
        if (answer(open)) guard.tripped(timeoutCode)
    }

    private companion object {
        const val NS_PER_US = 1000
    }
}
