package org.cleardown.calm

import android.app.Activity
import android.app.role.RoleManager
import android.content.Intent
import org.cleardown.R
import org.cleardown.phone.Phone
import org.cleardown.phone.read
import org.cleardown.phone.texts
import org.cleardown.setup.SetupActivity
import org.robolectric.Shadows.shadowOf

/** A person goes through the set-up. */
class Setup(val phone: Phone = Phone(contacts = emptyList())) {
    /** The screen in front. */
    val front: Activity get() = checkNotNull(phone.screens.front)

    /** Its headline. */
    val headline: String? get() = front.window.decorView.read(R.id.headline)

    /** All that it says. */
    val texts: List<String> get() = front.window.decorView.texts()

    /** Opens the set-up; it goes on where it was left. */
    fun open() = apply { phone.screens.start(Intent(phone.app, SetupActivity::class.java)) }

    /** Presses this button; it has to be there. */
    fun press(id: Int) = apply { check(phone.screens.press(id)) { "there is no such button among $texts" } }

    /** The text of this resource. */
    fun text(id: Int, vararg gaps: Any): String = phone.app.getString(id, *gaps)

    /** Goes on until this headline. */
    fun goTo(headline: Int) = apply {
        repeat(MOST) { if (this.headline != text(headline)) press(R.id.next) }
        check(this.headline == text(headline)) { "${this.headline}" }
    }

    /** Another app has taken over this role. */
    fun lose(role: String) = shadowOf(phone.app.getSystemService(RoleManager::class.java)).run {
        removeHeldRole(role)
        addAvailableRole(role)
    }

    private companion object {
        const val MOST = 6
    }
}
