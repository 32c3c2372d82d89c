package org.cleardown.aftercall

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.os.Bundle
import org.cleardown.R
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.platform.open
import org.cleardown.platform.openKeypad
import org.cleardown.platform.openText
import org.cleardown.say
import org.cleardown.screen

/** No app on this phone has a keypad, or sends texts: the person reads here what to dial or write elsewhere. */
class ByHandActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.by_hand)
        onPress(R.id.close, ::finish)
        val number = intent.getStringExtra(NUMBER) ?: return finish()
        val text = intent.getStringExtra(TEXT)
        when {
            text != null -> tell(R.string.by_hand_message_headline, R.string.by_hand_message, text, number)
            // It asks about this very phone.
            number == Numbers.WHERE_CALLS_GO -> tell(R.string.by_hand_company_headline, R.string.by_hand_company, null)
            else -> {
                tell(R.string.by_hand_headline, R.string.by_hand, number)
                ask({ engine, now -> engine.explain(number, now).display }) { say(R.id.what, it ?: number) }
            }
        }
    }

    private fun tell(headline: Int, words: Int, what: String?, vararg gaps: String) {
        say(R.id.headline, getString(headline))
        say(R.id.words, getString(words, *gaps))
        say(R.id.what, what)
    }

    companion object {
        private const val NUMBER = "number"
        private const val TEXT = "text"

        /** Opens the screen for a call to [number], or a [text] to it. */
        fun intent(context: Context, number: String, text: String? = null): Intent =
            context.screen<ByHandActivity>().putExtra(NUMBER, number).putExtra(TEXT, text)
    }
}

/** Opens the keypad with [number] in it; nothing is dialled. Without a keypad it is shown instead. */
fun Context.showKeypad(number: String): Boolean = openKeypad(number) || open(ByHandActivity.intent(this, number))

/** Opens the phone's app for texts with this one in it; nothing is sent. Without one it is shown instead. */
fun Context.showText(to: String, text: String): Boolean =
    openText(to, text) || open(ByHandActivity.intent(this, to, text))
