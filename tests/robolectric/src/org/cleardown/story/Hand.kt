package org.cleardown.story

import android.os.Build
import android.view.View
import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.aftercall.UseThisPhoneActivity
import org.cleardown.home.HomeActivity
import org.cleardown.phone.Phone
import org.cleardown.phone.read
import org.cleardown.phone.texts
import org.cleardown.placing.HoldActivity
import org.json.JSONObject

/** What the person does with the app: by pressing what is on its screens. */
class Hand(private val phone: Phone, private val words: Words, private val look: () -> Unit) {
    private val callAnyway = CallAnyway(phone, words, look)
    private val settings = SettingsHand(phone, words)
    private val relatives = RelativesHand(phone, words)
    private val screens get() = phone.screens

    /** Makes these settings. */
    fun set(policy: JSONObject, trusted: List<String>): Change = settings.set(policy, trusted)

    /** Does what the story says. */
    fun act(action: Action.Person, actual: Actual) {
        when (action.what) {
            "said_authority", "said_nothing" -> answer(action.what == "said_authority")
            "gave_details" -> gaveDetails()
            "suspicious_call_here" -> report(R.id.on_this_phone)
            "suspicious_call_elsewhere" -> report(R.id.elsewhere)
            "call_anyway" -> actual["accepted"] = callAnyway.press(checkNotNull(action.number))
            else -> settings.set(action.policy, emptyList(), later = action.what == "schedule").tell(actual)
        }
        seeFront(actual)
    }

    /** Opens settings that somebody made for the phone. */
    fun act(action: Action.Import, actual: Actual) {
        relatives.import(action).tell(actual)
        seeFront(actual)
    }

    /** Takes away what the relative has set. */
    fun removeRelative(actual: Actual) {
        relatives.removeRelative().tell(actual)
        seeFront(actual)
    }

    private fun seeFront(actual: Actual) =
        see(screens.front?.takeIf { screens.isFresh(it) && it !is HomeActivity }?.window?.decorView, actual)

    /** Puts away what the person has done with, before the first of the steps to [come] happens. */
    fun tidy(come: List<Action>) {
        val next = come.first()
        val what = (next as? Action.Person)?.what
        close(HoldActivity::class.java) { screen -> callAnyway.isDone(screen, come) }
        close(UseThisPhoneActivity::class.java) { true }
        if (what == "gave_details") return
        close(AfterCallActivity::class.java) { screen ->
            val headline = screen.read(R.id.headline)
            val isTime = next is Action.Time || next is Action.Clock
            words.says(headline, "missed_headline") || (!isTime && words.says(headline, "wait_over_headline"))
        }
    }

    private fun <A : android.app.Activity> close(type: Class<A>, isDone: (View) -> Boolean) {
        val screen = screens.find(type) ?: return
        screens.show(screen)
        if (isDone(screen.window.decorView)) screens.press(R.id.close)
    }

    private fun answer(isYes: Boolean) {
        val title = words.text("question_headline")
        if (Build.VERSION.SDK_INT in PRESSES_MESSAGE) {
            phone.notices.press(title, words.text(if (isYes) "answer_yes" else "answer_no"))
        } else if (phone.notices.press(title)) {
            look()
            screens.press(if (isYes) R.id.answer_yes else R.id.answer_no)
        }
    }

    private fun gaveDetails() {
        val screen = screens.find(AfterCallActivity::class.java)
        if (screen != null) screens.show(screen) else phone.home()
        if (screens.press(R.id.gave_details)) return
        screens.press(R.id.what_to_do)
        screens.press(R.id.gave_details)
    }

    private fun report(button: Int) {
        val home = phone.home()
        screens.press(R.id.suspicious_call)
        look()
        screens.press(button)
        screens.leave(home)
    }

    private fun see(screen: View?, actual: Actual) {
        val name = words.screen(screen?.read(R.id.headline)) ?: "none"
        actual["screen"] = name
        when (name) {
            "none" -> actual["alert"] = "none"
            else -> actual.hide("alert", Unseen.SAID_ALERT)
        }
        if (name == "use_this_phone") actual.hide("reasons", Unseen.ELSEWHERE_REASONS)
        actual["reasons"] = words.reasons(screen?.texts().orEmpty())
    }

    private companion object {
        /** Here the person presses the button in the message, elsewhere the one on the screen behind it. */
        val PRESSES_MESSAGE = setOf(33, 36)
    }
}
