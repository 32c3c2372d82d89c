package org.cleardown.bad

import android.content.Intent
import android.os.Build
import com.google.common.truth.Truth.assertThat
import org.cleardown.health.HealthActivity
import org.cleardown.phone.Answer
import org.cleardown.phone.Answers
import org.cleardown.phone.CallParcel
import org.cleardown.phone.Phone
import org.cleardown.phone.texts
import org.cleardown.story.Card
import org.cleardown.story.Doors
import org.cleardown.story.Warning
import org.cleardown.story.Words

/** A phone on which something is about to go wrong. */
class Broken(val phone: Phone = Phone(contacts = emptyList())) {
    val doors = Doors(phone.app)
    private val words = Words(phone.app)

    init {
        // The person has opened the app once; that brings the list.
        phone.screens.leave(phone.home())
    }

    /** A call comes in: it has to ring. Gives the level of the warning. */
    fun ring(number: String?): String = warning(number).alert

    /** The same; gives all that the warning says. */
    fun warning(number: String?): Warning {
        val overlays = phone.windows.overlays
        phone.mark()
        val answers = phone.telecom.screen(CallParcel(number))
        assertThat(answers.map(Answer::words)).containsExactly(Answers.ALLOW)
        phone.line.ring(number)
        phone.line.take()
        return Warning(Card.fresh(phone, words, overlays), words)
    }

    /** The call ends. */
    fun hangUp(number: String?) {
        phone.line.hangUp()
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) phone.postCall(number, LOCAL)
    }

    /** The person dials; gives what Android was told. */
    fun dial(number: String): List<String> {
        phone.mark()
        return phone.telecom.place(number, isInteractive = true).map(Answer::words)
    }

    /** What the page "What works" says went wrong, by the app's own sentence for [event]. */
    fun healthSays(event: String): Boolean = health().any { words.text("event_$event") in it }

    /** All that the page "What works" says. */
    fun health(): List<String> {
        val page = checkNotNull(phone.screens.start(Intent(phone.app, HealthActivity::class.java)))
        phone.turns.settle()
        return page.window.decorView.texts().also { phone.screens.leave(page) }
    }

    /** The app's own sentence with this name. */
    fun text(name: String): String = words.text(name)

    /** Whether the screen in front has the headline [name]. */
    fun isInFront(name: String): Boolean =
        words.says(phone.screens.front?.window?.decorView?.texts()?.firstOrNull(), name)

    companion object {
        /** A number of the bundled list. */
        const val POLICE = "+441622690690"
        const val LOCAL = 2
    }
}
