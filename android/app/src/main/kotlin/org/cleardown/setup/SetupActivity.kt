package org.cleardown.setup

import android.app.Activity
import android.content.Context
import android.content.Intent
import android.os.Bundle
import android.view.LayoutInflater
import android.view.ViewGroup
import android.widget.Button
import android.widget.ScrollView
import org.cleardown.R
import org.cleardown.onPress
import org.cleardown.platform.Back
import org.cleardown.say
import org.cleardown.screen
import org.cleardown.showIf

/**
 * The set-up: one screen after the other, every one can be left out. Where the person was is kept,
 * so that a call, a turned phone or a day in between changes nothing.
 */
class SetupActivity : Activity() {
    private val back = Back(this, ::goBack)
    private lateinit var place: SetupPlace
    private lateinit var page: SetupPage
    private var steps: StepRows? = null
    private var people: PeoplePage? = null
    private var practice: PracticePage? = null

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.setup)
        place = SetupPlace(this)
        onPress(R.id.back, ::goBack)
        onPress(R.id.next, ::goOn)
        onPress(R.id.close, ::finish)
        val asked = intent.getStringExtra(PAGE).takeIf { savedInstanceState == null }
        val kept = savedInstanceState?.getString(PAGE) ?: asked
        open(SetupPage.entries.firstOrNull { it.name == kept } ?: place.page, savedInstanceState)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        val asked = intent.getStringExtra(PAGE)
        SetupPage.entries.firstOrNull { it.name == asked && it != page }?.let { open(it, null) }
    }

    override fun onResume() {
        super.onResume()
        steps?.show()
        practice?.show()
    }

    override fun onPause() {
        if (isFinishing || !isChangingConfigurations) people?.keep()
        super.onPause()
    }

    override fun onDestroy() {
        if (isFinishing) practice?.leave()
        super.onDestroy()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putString(PAGE, page.name)
        outState.putStringArray(REFUSED, steps?.refusals.orEmpty().toTypedArray())
        people?.save(outState)
    }

    @Deprecated("The framework has no other way for an Activity")
    @Suppress("DEPRECATION")
    override fun onBackPressed() {
        if (!back.pressed()) super.onBackPressed()
    }

    @Deprecated("The framework has no other way for an Activity")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        val picked = data?.data.takeIf { resultCode == RESULT_OK }
        if (requestCode == PeoplePage.PICK) people?.add(picked) else steps?.answered(requestCode)
    }

    override fun onRequestPermissionsResult(requestCode: Int, permissions: Array<String>, grantResults: IntArray) {
        steps?.answered(requestCode)
    }

    private fun goBack() = page.before?.let { open(it, null) } ?: finish()

    private fun goOn() {
        val next = page.next
        when {
            people?.mayGoOn() == false -> Unit
            next != null -> open(next, null)
            else -> {
                place.finish()
                finish()
            }
        }
    }

    private fun open(page: SetupPage, state: Bundle?) {
        people?.keep()
        practice?.leave()
        this.page = page
        place.page = page
        back.isTaken = page.before != null
        say(R.id.progress, getString(R.string.setup_progress, page.ordinal + 1, SetupPage.entries.size))
        say(R.id.headline, getString(page.headline))
        showIf(R.id.back, page.before != null)
        showIf(R.id.close, page.next != null)
        findViewById<Button>(R.id.next).setText(if (page.next == null) R.string.setup_finish else R.string.setup_next)
        findViewById<ScrollView>(R.id.scroll).scrollTo(0, 0)
        fill(findViewById(R.id.page), state)
    }

    private fun fill(frame: ViewGroup, state: Bundle?) {
        frame.removeAllViews()
        LayoutInflater.from(this).inflate(page.layout, frame)
        steps = page.steps.takeIf { it.isNotEmpty() }?.let { StepRows(this, findViewById(R.id.setup_steps), it) }
        state?.getStringArray(REFUSED)?.let { steps?.refusals = it.toList() }
        people = if (page == SetupPage.PEOPLE) PeoplePage(this, state, ::onSaved) else null
        practice = if (page == SetupPage.PRACTICE) PracticePage(this) else null
        steps?.show()
        practice?.show()
    }

    private fun onSaved() {
        if (page == SetupPage.PEOPLE) page.next?.let { open(it, null) }
    }

    companion object {
        private const val PAGE = "page"
        private const val REFUSED = "refused"

        /** Opens the set-up at [page]; without, where the person left it. */
        fun intent(context: Context, page: SetupPage? = null): Intent =
            context.screen<SetupActivity>().putExtra(PAGE, page?.name)
    }
}
