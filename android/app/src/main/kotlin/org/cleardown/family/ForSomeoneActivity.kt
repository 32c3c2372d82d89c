package org.cleardown.family

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.graphics.Bitmap
import android.os.Bundle
import android.view.View
import android.widget.EditText
import android.widget.ImageView
import android.widget.RadioGroup
import android.widget.Switch
import org.cleardown.R
import org.cleardown.engine.BundleResult
import org.cleardown.engine.Engine
import org.cleardown.engine.Now
import org.cleardown.guard.askAside
import org.cleardown.onPress
import org.cleardown.platform.SaveAs
import org.cleardown.platform.openFor
import org.cleardown.platform.shareText
import org.cleardown.say
import org.cleardown.settings.TrustedPeople
import org.cleardown.showIf

/** "Set up for someone else": settings for another phone, signed, as a QR code, a link and a file. */
class ForSomeoneActivity : Activity() {
    private lateinit var people: TrustedPeople
    private lateinit var saveAs: SaveAs
    private var made: BundleResult? = null

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.for_someone)
        people = TrustedPeople(this)
        people.show(savedInstanceState?.getStringArray(PEOPLE)?.toList().orEmpty())
        saveAs = SaveAs(this, SAVE, getString(R.string.family_file_name), "application/json")
        onPress(R.id.trusted_add, ::pick)
        onPress(R.id.family_make, ::make)
        onPress(R.id.family_share) { made?.link?.let(::share) }
        onPress(R.id.family_save) { if (!saveAs.ask()) say(R.id.result, getString(R.string.not_saved)) }
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putStringArray(PEOPLE, people.numbers.toTypedArray())
    }

    @Deprecated("The framework has no other way for an Activity")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        val file = saveAs.answered(requestCode, resultCode, data)
        val text = made?.file
        when {
            file != null && text != null -> saveAs.write(file, text) { isSaved ->
                say(R.id.result, getString(if (isSaved) R.string.settings_saved else R.string.not_saved))
            }
            requestCode == PICK && resultCode == RESULT_OK -> data?.data?.let(people::add)
        }
    }

    private fun make() {
        say(R.id.result, null)
        val from = text(R.id.family_from)
        val policy = policy()
        askAside({ engine, now -> sign(engine, from, policy, now) }, failed = ::showFailed) { (result, picture) ->
            show(result, picture)
        }
    }

    /** The keystore and the drawing take their time, too. */
    private fun sign(engine: Engine, from: String, policy: Map<String, Any>, now: Now): Pair<BundleResult, Bitmap?> {
        val draft = engine.draftBundle(from, nextVersion(now), policy, now)
        val text = draft.signed ?: return Pair(draft, null)
        val signer = Signer()
        val packed = engine.packBundle(text, signer.publicKey, signer.sign(text), now)
        return Pair(packed, packed.link?.let(::qrOf))
    }

    /** Rises, whatever the clock does: an older one is not taken. */
    private fun nextVersion(now: Now): Long {
        val kept = getSharedPreferences("family", Context.MODE_PRIVATE)
        val version = maxOf(kept.getLong(VERSION, 0) + 1, now.wallMs / SECOND_MS)
        kept.edit().putLong(VERSION, version).apply()
        return version
    }

    private fun show(result: BundleResult, picture: Bitmap?) {
        if (result.link == null) return showWrong(result)
        made = result
        showIf(R.id.family_made, true)
        findViewById<ImageView>(R.id.family_qr).setImageBitmap(picture)
        showIf(R.id.family_qr, picture != null)
        val how = if (picture == null) R.string.family_too_large else R.string.family_how
        say(R.id.family_how, getString(how))
        say(R.id.family_code, getString(R.string.family_code, result.sender?.fingerprint.orEmpty()))
        val page = findViewById<View>(R.id.family_made)
        page.post { page.requestRectangleOnScreen(android.graphics.Rect(0, 0, page.width, page.height)) }
    }

    private fun showWrong(result: BundleResult) {
        val wrong = if (result.errors.isEmpty()) R.string.family_no_name else R.string.family_bad_value
        say(R.id.result, getString(wrong))
    }

    private fun showFailed() = say(R.id.result, getString(R.string.family_not_made))

    private fun policy(): Map<String, Any> = buildMap {
        text(R.id.other_phone).ifBlank { null }?.let { put("other_phone", it) }
        if (people.numbers.isNotEmpty()) put("trusted_contacts", people.numbers)
        text(R.id.cool_down_seconds).let { put("cool_down_seconds", it.toIntOrNull()?.times(MINUTE) ?: it) }
        mapOf("hold" to R.id.hold, "call_anyway" to R.id.call_anyway).forEach { (key, id) ->
            val group = findViewById<RadioGroup>(id)
            put(key, group.findViewById<View>(group.checkedRadioButtonId).tag)
        }
        if (findViewById<Switch>(R.id.lock).isChecked) put("lock", "pin")
    }

    private fun pick() {
        if (!openFor(PICK, TrustedPeople.picker())) showFailed()
    }

    private fun share(link: String) {
        if (!shareText(link, getString(R.string.family_share))) showFailed()
    }

    private fun text(id: Int) = findViewById<EditText>(id).text.toString().trim()

    private companion object {
        const val PEOPLE = "people"
        const val VERSION = "version"
        const val PICK = 1
        const val SAVE = 2
        const val MINUTE = 60
        const val SECOND_MS = 1000L
    }
}
