package org.cleardown.looks

import android.content.Intent
import android.net.Uri
import android.widget.EditText
import org.cleardown.R
import org.cleardown.family.FamilyActivity
import org.cleardown.family.ForSomeoneActivity
import org.cleardown.family.ImportActivity
import org.cleardown.family.TestKeystore
import org.cleardown.home.HomeActivity
import org.cleardown.lock.PinActivity

/** The PIN, and settings that a relative makes. */
fun Entries.family() {
    calm("pin", PinActivity::class, "Give the PIN") {
        engine { engine, now -> engine.setPin("4711", ByteArray(SALT), now) }
        open(PinActivity.ask(phone.app))
    }
    calmState("pin-new", PinActivity::class, "Choose a PIN") { open(PinActivity.set(phone.app)) }
    calmState("home-pin-forgotten", HomeActivity::class, "Home: the PIN is forgotten") {
        engine { engine, now ->
            engine.setPin("4711", ByteArray(SALT), now)
            engine.forgotPin(now)
        }
        home()
    }
    calm("family", FamilyActivity::class, "Who may change what: nobody") { screen<FamilyActivity>() }
    calmState("family-anna", FamilyActivity::class, "Who may change what: Anna") {
        fromAnna()
        screen<FamilyActivity>()
    }
    calm("family-import", ImportActivity::class, "Settings from Anna") { link(FROM_ANNA) }
    calmState("family-refused", ImportActivity::class, "Settings that are not taken") {
        link(FROM_ANNA.dropLast(CUT))
    }
    calm("for-someone", ForSomeoneActivity::class, "Set up for someone else") {
        TestKeystore.install()
        screen<ForSomeoneActivity>().also { it.root.findViewById<EditText>(R.id.family_from).setText("Anna") }
    }
}

/** The owner opens this link. */
fun Stage.link(link: String): ViewSight =
    open(Intent(Intent.ACTION_VIEW, Uri.parse(link)).setClass(phone.app, ImportActivity::class.java))

/** The owner has taken the settings that Anna made. */
fun Stage.fromAnna() = engine { engine, now -> check(engine.importBundle(FROM_ANNA, now).refused == null) }

private const val SALT = 16
private const val CUT = 9

/** Settings that Anna made by `cleardown config make`. */
const val FROM_ANNA =
    "cleardown:settings/1/NZBBjtswDEWvUmjbBBAlWhK96x26al0EMkVNjHGswFZbBIPcfWQHs-TT5_sQP1Qu6y1W1cNJbdPbIkn" +
        "16mNQ9XGXQfWD4lnimsr_5bxJrdPytg3qNKi8ltvx_mNZ4kH-ybpNZWkQPHVWOw_Y8C2ml8ho484AZ2N-at1D6C3-OhbvZZ740TK" +
        "tlkuZL3vbZRMuS2plvdO6pa5lTocnzvOxNhd-P8B9Wg5Q6lXWy_1alldhG79dv9J1_btVSZcmrZHr7v09qO-I3mtNWgPAoP48n-q" +
        "k3uWx_77dQZLpOqAXa3Og0drRjJmcFu9MBLbeWDEimDLGQME6ypqcgA9jirkLKToIEmJEv4vajZsIu5hMJs-GHQcLgSN7Fhc85wC" +
        "ecTQ-8EgdUTaddZ31sA_SxBFHTSgeNCdmH9CDZB8DJnDADA4RYkbdoRgbBb1ookRIHAIQ8Zg0qucn"
