package org.cleardown.stories

import org.cleardown.engine.Contact
import org.cleardown.engine.Explanation
import org.cleardown.engine.IncomingCall
import org.cleardown.engine.OutgoingCall
import org.cleardown.engine.Presentation
import org.cleardown.engine.Verification

/**
 * What the phone knows of the numbers of a story without asking the engine in time: the address book
 * and the floor. Found out before the story begins, since faults must touch neither.
 */
internal class Numbers(private val story: Story, explain: (String) -> Explanation) {
    private val known: Map<String, Explanation> = (dialled() + shown() + inAddressBook()).associateWith(explain)

    fun incoming(call: Action.Incoming) = IncomingCall(
        call.number,
        Presentation.entries.first { it.code == call.presentation },
        Verification.entries.first { it.code == call.verification },
        contact(call.number),
    )

    fun outgoing(call: Action.Outgoing) =
        OutgoingCall(call.number, call.interactive, call.emergency, call.inCall, contact(call.number))

    /** Why this call is never held, or null. */
    fun floor(call: Action.Outgoing): List<String>? {
        val explanation = known.getValue(call.number)
        return when {
            explanation.lifeSaving -> explanation.outgoing.reasons
            call.emergency -> listOf("emergency")
            else -> null
        }
    }

    private fun contact(number: String?): Contact = when {
        story.contacts == null -> Contact.UNREADABLE
        number == null -> Contact.NO
        story.contacts.any { same(it.number) == same(number) } -> Contact.YES
        else -> Contact.NO
    }

    /** One spelling of each number, as an address book has it. */
    private fun same(number: String) = known.getValue(number).number ?: number

    private fun dialled() = story.steps.mapNotNull { (it.action as? Action.Outgoing)?.number }

    private fun shown() = story.steps.mapNotNull { (it.action as? Action.Incoming)?.number }

    private fun inAddressBook() = story.contacts.orEmpty().map(StoryContact::number)
}
