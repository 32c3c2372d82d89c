package org.cleardown.aftercall

import org.cleardown.Reason
import org.cleardown.engine.CallNote
import org.cleardown.engine.Engine
import org.cleardown.engine.FlaggedCall
import org.cleardown.engine.HistoryEntry
import org.cleardown.engine.InvalidRequestException
import org.cleardown.engine.Now
import org.cleardown.engine.RingNumber
import org.cleardown.engine.Status
import org.cleardown.engine.StorageException

/**
 * What the screens after a call show.
 *
 * @property status the engine's state.
 * @property displays the person's own numbers (trusted people, bank), grouped as people write them.
 * @property own lines of the organisation whose number was shown; only those that the list offers for ringing.
 * @property call the flagged call in the history, or what the person wrote down of a call that the app
 * did not see; null while the history is locked.
 */
data class AfterCallFacts(
    val status: Status,
    val displays: Map<String, String> = emptyMap(),
    val own: List<RingNumber> = emptyList(),
    val call: HistoryEntry? = null,
) {
    /** What the person wrote down of the caller. */
    val note: CallNote? get() = call?.note

    /** The numbers of the person's trusted people. */
    val people: List<String> get() = status.people

    /** The bank's number from the back of the card. */
    val bank: String? get() = status.bank

    companion object {
        /** Asks the engine. */
        fun read(engine: Engine, now: Now): AfterCallFacts {
            val status = engine.status(now)
            val numbers = status.people + listOfNotNull(status.bank)
            val flagged = status.flagged
            return AfterCallFacts(
                status = status,
                displays = numbers.associateWith { attempt { engine.explain(it, now).display } ?: it },
                own = flagged?.ownLines().orEmpty(),
                call = attempt { engine.history(now) }?.firstOrNull {
                    if (flagged == null) it.isUnseen && now.wallMs - it.atMs in 0..DAY_MS else it.id == flagged.id
                },
            )
        }

        private const val DAY_MS = 24L * 60 * 60 * 1000

        /** What only adds to a screen must not keep it away: the list may be broken, the history locked. */
        private fun <T> attempt(ask: () -> T): T? = try {
            ask()
        } catch (_: StorageException) {
            null
        } catch (_: InvalidRequestException) {
            null
        }

        private fun FlaggedCall.ownLines(): List<RingNumber> =
            ring.map { RingNumber(it.number, it.display, listOfNotNull(organisation, it.line).joinToString(", ")) }

        private val Status.people: List<String>
            get() = (policy["trusted_contacts"] as? List<*>).orEmpty().filterIsInstance<String>()

        private val Status.bank: String?
            get() = (policy["bank_number"] as? String)?.takeIf(String::isNotBlank)
    }
}

/** Whether this is only what the person wrote down: the app has not seen such a call. */
val HistoryEntry.isUnseen: Boolean
    get() = note != null && number == null && answered == null && reasons == listOf(Reason.MARKED_SUSPICIOUS.code)
