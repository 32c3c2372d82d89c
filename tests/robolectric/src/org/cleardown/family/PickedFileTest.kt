package org.cleardown.family

import android.app.Activity
import android.content.Intent
import android.net.Uri
import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.lock.Keeper
import org.cleardown.phone.see
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.FileNotFoundException
import java.io.IOException
import java.io.InputStream

/** Settings as a file: saved by the relative where they say, picked by the owner, who may also change their mind. */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class PickedFileTest {
    private val keeper = Keeper()
    private val phone = keeper.phone
    private val relatives = Relatives(keeper)

    @Test
    fun whatTheRelativeSavesIsWhatTheOwnerOpensAndTakes() {
        val file = uri("settings.cleardown")
        val saved = ByteArrayOutputStream()
        resolver.registerOutputStream(file, saved)
        relatives.make {
            keeper.choose(R.id.hold_all)
            keeper.press(R.id.family_make)
            phone.turns.until { keeper.page.see(R.id.family_save) != null }
            keeper.press(R.id.family_save)
            answer(Intent.ACTION_CREATE_DOCUMENT, file)
            assertThat(phone.turns.until { keeper.result == keeper.text(R.string.settings_saved) }).isTrue()
        }
        pick(put("settings.cleardown", saved.toByteArray()))
        assertThat(phone.turns.until { keeper.front is ImportActivity }).isTrue()
        phone.turns.settle()
        assertThat(keeper.page.texts()).contains(keeper.text(R.string.family_from, "Anna"))
        assertThat(keeper.policy("hold")).isEqualTo("callbacks")
        keeper.press(R.id.family_take)
        assertThat(keeper.policy("hold")).isEqualTo("all")
        phone.screens.leave(keeper.front)
        assertThat(keeper.page.texts()).contains(keeper.text(R.string.family_may_change, "Anna"))
    }

    @Test
    fun whoPicksNoneIsWhereTheyWere() {
        pick(file = null, code = Activity.RESULT_CANCELED)
        isAsBefore(said = null)
        phone.screens.leave(keeper.front)
        pick(file = null)
        isAsBefore(said = null)
    }

    @Test
    fun aFileThatCannotBeReadIsSaid() {
        val files = listOf(
            hand("gone") { throw FileNotFoundException("it was deleted") },
            hand("forbidden") { throw SecurityException("not for you") },
            hand("breaks-off") { BreaksOff() },
            uri("nobody-has-it"),
        )
        files.forEach { file ->
            pick(file)
            assertThat(phone.turns.until { keeper.result != null }).isTrue()
            isAsBefore(said = keeper.text(R.string.not_saved))
            phone.screens.leave(keeper.front)
        }
    }

    @Test
    fun afterAFileThatCannotBeReadAnotherCanBePicked() {
        pick(uri("nobody-has-it"))
        assertThat(phone.turns.until { keeper.result != null }).isTrue()
        keeper.press(R.id.family_open)
        assertThat(keeper.result).isNull()
    }

    @Test
    fun aFileOfSomethingElseIsSaid() {
        val picture = put("picture.jpg", ByteArray(3000) { (it * 7).toByte() })
        val film = put("film.mp4", ByteArray(2_000_000))
        val nothing = put("nothing", ByteArray(0))
        mapOf(
            picture to R.string.family_not_ours,
            film to R.string.family_large,
            nothing to R.string.family_not_ours,
        ).forEach { (file, why) ->
            val screen = pick(file)
            assertThat(phone.turns.until { keeper.front is ImportActivity && keeper.result != null }).isTrue()
            assertThat(keeper.result).isEqualTo(keeper.text(why))
            assertThat(keeper.page.see(R.id.family_take)).isNull()
            phone.screens.leave(keeper.front)
            phone.screens.leave(screen)
        }
        assertThat(keeper.status.relative).isNull()
    }

    @Test
    fun withoutAFilePickerThatIsSaid() {
        start()
        shadowOf(phone.app).checkActivities(true)
        keeper.press(R.id.family_open)
        assertThat(keeper.result).isEqualTo(keeper.text(R.string.not_saved))
    }

    /** The owner opens a file; what the picker hands back. Gives the screen that asked. */
    private fun pick(file: Uri?, code: Int = Activity.RESULT_OK): Activity {
        val screen = start()
        keeper.press(R.id.family_open)
        answer(Intent.ACTION_OPEN_DOCUMENT, file, code)
        return screen
    }

    private val resolver get() = shadowOf(phone.app.contentResolver)

    private fun uri(name: String): Uri = Uri.parse("content://files.example/$name")

    /** A file with this content. */
    private fun put(name: String, content: ByteArray): Uri = hand(name) { ByteArrayInputStream(content) }

    /** A file that another app hands out when it is asked for. */
    private fun hand(name: String, open: () -> InputStream): Uri =
        uri(name).also { resolver.registerInputStreamSupplier(it, open) }

    private fun start() = checkNotNull(phone.screens.start(Intent(phone.app, FamilyActivity::class.java)))

    /** The file picker, another app, was asked for by [action] and hands this back. */
    private fun answer(action: String, file: Uri?, code: Int = Activity.RESULT_OK) {
        val asked = shadowOf(keeper.front).nextStartedActivityForResult
        assertThat(asked.intent.action).isEqualTo(action)
        val answer = if (code == Activity.RESULT_OK) Intent().setData(file) else null
        shadowOf(keeper.front).receiveResult(asked.intent, code, answer)
        phone.turns.settle()
    }

    private fun isAsBefore(said: String?) {
        assertThat(keeper.front).isInstanceOf(FamilyActivity::class.java)
        assertThat(keeper.result).isEqualTo(said)
        assertThat(keeper.status.relative).isNull()
    }

    /** A file on a memory card that is pulled out meanwhile. */
    private class BreaksOff : InputStream() {
        override fun read(): Int = throw IOException("it is gone")
    }
}
