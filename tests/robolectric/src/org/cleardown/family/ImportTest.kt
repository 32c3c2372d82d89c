package org.cleardown.family

import android.content.Intent
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.lock.Keeper
import org.cleardown.lock.PinActivity
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Settings that somebody sends: the owner decides, and what is bad changes nothing and says why. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class ImportTest {
    private val keeper = Keeper()
    private val phone = keeper.phone
    private val relatives = Relatives(keeper)

    @Test
    fun theOwnerCanDecline() {
        relatives.open(holdAll())
        keeper.press(R.id.close)
        assertThat(keeper.status.relative).isNull()
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
    }

    @Test
    fun theOwnerSeesWhoMayChangeWhatAndTakesItBack() {
        relatives.take(holdAll())
        who()
        assertThat(keeper.page.texts()).contains(keeper.text(R.string.family_may_change, "Anna"))
        keeper.press(R.id.family_remove)
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.family_removed))
        assertThat(keeper.page.texts()).contains(keeper.text(R.string.family_nobody))
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
    }

    @Test
    fun onALockedPhoneTheRemovalNeedsThePin() {
        relatives.take(holdAll())
        keeper.lock()
        who()
        keeper.press(R.id.family_remove)
        assertThat(keeper.front).isInstanceOf(PinActivity::class.java)
        keeper.give(Keeper.PIN)
        phone.turns.until { keeper.status.relative == null }
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
    }

    @Test
    fun whatIsBadSaysWhyAndChangesNothing() {
        val old = holdAll()
        val used = relatives.make { keeper.choose(R.id.call_anyway_locked) }
        relatives.take(used)
        TestKeystore.install()
        val strangers = relatives.make("Anna") { keeper.choose(R.id.hold_all) }
        listOf(
            old to R.string.family_old,
            used to R.string.family_in_use,
            strangers to R.string.family_other,
            used.dropLast(4) to R.string.family_truncated,
            "cleardown:settings/1/" to R.string.family_truncated,
            "cleardown:something" to R.string.family_not_ours,
        ).forEach { (link, why) ->
            val screen = relatives.open(link)
            assertThat(keeper.result).isEqualTo(keeper.text(why))
            assertThat(keeper.page.see(R.id.family_take)).isNull()
            phone.screens.leave(screen)
        }
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
    }

    @Test
    fun duringACallAndTheHourAfterNothingIsTakenOrRemoved() {
        val first = holdAll()
        relatives.take(first)
        val next = relatives.make { keeper.choose(R.id.call_anyway_locked) }
        keeper.broken.ring(POLICE)
        refused(next)
        keeper.broken.hangUp(POLICE)
        refused(next)
        keeper.pass(HOUR)
        refused(next)
        keeper.pass(HOUR)
        relatives.take(next)
        assertThat(keeper.policy("call_anyway")).isEqualTo("locked")
    }

    @Test
    fun aPressThroughAnotherAppsWindowTakesAndRemovesNothing() {
        val link = holdAll()
        val screen = relatives.open(link)
        keeper.touch(checkNotNull(keeper.page.see(R.id.family_take)), isObscured = true)
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
        keeper.touch(checkNotNull(keeper.page.see(R.id.family_take)), isObscured = false)
        assertThat(keeper.policy("hold")).isEqualTo("all")
        phone.screens.leave(screen)
        who()
        keeper.touch(checkNotNull(keeper.page.see(R.id.family_remove)), isObscured = true)
        assertThat(keeper.status.relative).isNotNull()
    }

    @Test
    fun howThePhoneIsDoingIsAShortTextWithoutANumber() {
        keeper.broken.ring(POLICE)
        keeper.broken.hangUp(POLICE)
        who()
        keeper.press(R.id.family_report)
        val text = checkNotNull(phone.screens.shared).getStringExtra(Intent.EXTRA_TEXT)!!
        assertThat(text).startsWith(keeper.text(R.string.family_not_all_right))
        assertThat(text.lines().size).isAtLeast(2)
        assertThat(text).doesNotContainMatch("[0-9]{4}")
    }

    @Test
    fun aFileThatIsPickedIsShownLikeALink() {
        val link = holdAll()
        phone.screens.start(ImportActivity.intent(phone.app, link))
        assertThat(keeper.page.texts()).contains(keeper.text(R.string.family_from, "Anna"))
        phone.screens.start(ImportActivity.intent(phone.app, "x".repeat(70_000)))
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.family_large))
    }

    @Test
    fun withoutANameNothingIsMade() {
        phone.screens.start(Intent(phone.app, ForSomeoneActivity::class.java))
        keeper.press(R.id.family_make)
        phone.turns.until { keeper.result != null }
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.family_no_name))
        keeper.type(R.id.family_from, "Anna")
        keeper.type(R.id.cool_down_seconds, "45")
        keeper.press(R.id.family_make)
        phone.turns.until { keeper.result == keeper.text(R.string.family_bad_value) }
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.family_bad_value))
    }

    private fun holdAll() = relatives.make { keeper.choose(R.id.hold_all) }

    private fun refused(link: String) {
        val screen = relatives.open(link)
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.fraud_asks))
        assertThat(keeper.page.see(R.id.family_take)).isNull()
        phone.screens.leave(screen)
        val who = who()
        keeper.press(R.id.family_remove)
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.fraud_asks))
        phone.screens.leave(who)
        assertThat(keeper.status.relative?.from).isEqualTo("Anna")
    }

    private fun who() = checkNotNull(phone.screens.start(Intent(phone.app, FamilyActivity::class.java)))

    private companion object {
        const val HOUR = 3600
    }
}
