package org.cleardown.looks.check

import android.app.Activity
import android.content.res.ColorStateList
import android.graphics.Color
import android.view.View
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.widget.Button
import android.widget.FrameLayout
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.RadioButton
import android.widget.TextView
import com.google.common.truth.Truth.assertThat
import com.google.common.truth.Truth.assertWithMessage
import org.cleardown.Level
import org.cleardown.R
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.looks.Look
import org.cleardown.looks.Stage
import org.cleardown.looks.ViewSight
import org.cleardown.robo.Runner
import org.cleardown.wearGround
import org.cleardown.wearIcon
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** Each check finds the fault that it is there for, and finds none in the same screen without it. */
@RunWith(Runner::class)
@Config(sdk = [36], qualifiers = "w360dp-h780dp-port-mdpi")
class ChecksTest {
    @Test
    fun readable() = finds(Readable, "px of text in 20 px") { it.body.layoutParams.height = 20 }

    @Test
    fun brokenNumber() = finds(Readable, "broken") {
        it.body.text = "0300\u00A0123\u00A02040"
        it.body.layoutParams.width = 70
    }

    @Test
    fun dots() = finds(Readable, "dots") {
        it.body.text = "Something to read about it, more than there is room for in one line."
        it.body.maxLines = 1
        it.body.ellipsize = android.text.TextUtils.TruncateAt.END
    }

    @Test
    fun targets() = finds(Targets, "not 64") {
        it.button.minimumHeight = 0
        it.button.layoutParams.height = 40
    }

    @Test
    fun labels() = finds(Labels, "nothing to say") { it.button.text = "" }

    @Test
    fun sameLabels() = finds(Labels, "of 2 things") { page ->
        page.column.addView(Button(page.activity, null, 0, R.style.Button_Plain).apply { text = page.button.text })
    }

    @Test
    fun wordlessPicture() = finds(Labels, "without words") { it.column.addView(ImageView(it.activity)) }

    @Test
    fun order() = finds(Order, "stands above it") { page ->
        page.column.removeView(page.headline)
        page.frame.addView(page.headline)
    }

    @Test
    fun noHeadingFirst() = finds(Order, "does not begin with a heading") { it.headline.visibility = View.GONE }

    @Test
    fun hardWords() {
        val hard = listOf("Authorities recommend immediate verification of unsolicited telephone communication.")
        assertThat(Reading.grade(hard).grade).isGreaterThan(Reading.MOST)
        val easy = listOf("Wait before you ring.", "It is not your fault")
        assertThat(Reading.grade(easy).grade).isLessThan(Reading.MOST)
    }

    @Test
    fun headings() = finds(Headings, "TalkBack does not know") { it.headline.isAccessibilityHeading = false }

    @Test
    fun pane() = finds(Headings, "which screen has opened") {
        it.column.accessibilityPaneTitle = null
    }

    @Test
    fun contrast() = finds(Contrast, "not 7.0:1") { it.body.setTextColor(Color.rgb(150, 150, 150)) }

    @Test
    fun contrastOfPixels() = finds(Contrast, "not 7.0:1") { it.body.alpha = 0.4f }

    @Test
    fun contrastOfWhatCannotBePressed() = finds(Contrast, "not 7.0:1") {
        it.button.isEnabled = false
        it.button.setTextColor(Color.rgb(150, 150, 150))
    }

    @Test
    fun marks() = finds(Marks, "not 3.0:1") { page ->
        val choice = RadioButton(page.activity, null, 0, R.style.Choice_Radio).apply { text = "All calls" }
        choice.buttonTintList = ColorStateList.valueOf(Color.rgb(220, 220, 220))
        page.column.addView(choice)
    }

    @Test
    fun colourAlone() = finds(Levels, "WARNING without its icon and words") { page ->
        page.column.addView(
            TextView(page.activity).apply {
                text = "Kent Police"
                setTextColor(Color.WHITE)
                setBackgroundResource(R.drawable.level)
                wearGround(Level.WARNING)
            },
        )
    }

    @Test
    fun anotherLevelsIcon() = finds(Levels, "without its icon") { page ->
        page.body.setBackgroundResource(R.drawable.level)
        page.body.setText(R.string.level_caution)
        page.body.wearIcon(Level.WARNING)
        page.body.wearGround(Level.CAUTION)
    }

    @Test
    fun focus() = finds(Focus, "cannot be focused") { it.button.isFocusable = false }

    @Test
    fun invisibleFocus() = finds(Focus, "nothing shows") { it.button.setBackgroundResource(R.drawable.sheet) }

    @Test
    fun unreachable() = finds(Focus, "does not reach") {
        it.column.descendantFocusability = LinearLayout.FOCUS_BLOCK_DESCENDANTS
    }

    @Test
    fun mirrored() {
        RuntimeEnvironment.setQualifiers(Look.RIGHT_TO_LEFT.qualifiers)
        finds(Mirrored, "begins at the left", Look.RIGHT_TO_LEFT) {
            it.body.textAlignment = View.TEXT_ALIGNMENT_GRAVITY
            it.body.gravity = android.view.Gravity.LEFT
        }
    }

    @Test
    fun mirroredAtAll() {
        RuntimeEnvironment.setQualifiers(Look.RIGHT_TO_LEFT.qualifiers)
        finds(Mirrored, "not laid out", Look.RIGHT_TO_LEFT) { it.button.layoutDirection = View.LAYOUT_DIRECTION_LTR }
    }

    @Test
    fun edgeToEdge() = finds(EdgeToEdge, "under the edge") { it.frame.fitsSystemWindows = false }

    @Test
    fun digits() = finds(Digits, "not read digit by digit") { it.body.text = "Ring 0300 123 2040." }

    @Test
    fun shortNumber() = finds(Digits, "999 is not read") { it.body.text = "Ring 999." }

    @Test
    fun ungrouped() = finds(Digits, "not grouped") { it.body.text = "Ring +443001232040." }

    @Test
    fun digitsSpelled() {
        val spelled = case(Look.DAY) {
            it.body.text = "Ring 999."
            it.body.contentDescription = "Ring 9 9 9."
        }
        assertThat(Digits.faults(spelled)).isEmpty()
    }

    @Test
    fun belowTheEdge() {
        val card = Stage().apply { broken.ring(POLICE) }.window()
        assertThat(FirstThings.faults(Case(card))).isEmpty()
        val advice = card.root.findViewWithTag<TextView>("advice")
        advice.setPadding(0, card.height, 0, 0)
        card.root.run {
            measure(exactly(width), exactly(height))
            layout(left, top, right, bottom)
        }
        assertThat(FirstThings.faults(Case(card)).joinToString()).contains("is below the edge")
    }

    private fun exactly(size: Int) = View.MeasureSpec.makeMeasureSpec(size, View.MeasureSpec.EXACTLY)

    @Test
    fun phrases() {
        assertThat(Phrases.found("This caller is Genuine.", listOf("genuine", "safe"))).containsExactly("genuine")
        assertThat(Phrases.found("Take no unsafe way.", listOf("safe"))).isEmpty()
    }

    @Test
    fun levelsDiffer() {
        assertThat(Level.entries.map { it.icon }.distinct()).hasSize(Level.entries.size)
        assertThat(Level.entries.map { it.word }.distinct()).hasSize(Level.entries.size)
    }

    /** A page as it should be. */
    private class Page(val activity: Activity) {
        val headline = TextView(activity, null, 0, R.style.Text_Headline).apply { text = "What it is" }
        val body = TextView(activity, null, 0, R.style.Text_Body).apply { text = "Something to read about it." }
        val button = Button(activity, null, 0, R.style.Button_Main).apply { text = "Do it" }
        val column = LinearLayout(activity).apply {
            orientation = LinearLayout.VERTICAL
            accessibilityPaneTitle = "What it is"
        }
        val frame = FrameLayout(activity).apply { fitsSystemWindows = true }

        init {
            listOf(headline, body, button).forEach {
                column.addView(it, LinearLayout.LayoutParams(MATCH_PARENT, WRAP_CONTENT))
            }
            button.setOnClickListener { }
            frame.addView(column)
            activity.setTitle(R.string.app_name)
            activity.setContentView(frame)
        }
    }

    private fun finds(check: Check, fault: String, look: Look = Look.DAY, plant: (Page) -> Unit) {
        assertWithMessage("without the fault").that(check.faults(case(look) { })).isEmpty()
        assertThat(check.faults(case(look, plant)).joinToString("\n")).contains(fault)
    }

    private fun case(look: Look, plant: (Page) -> Unit): Case {
        val activity = Robolectric.buildActivity(Activity::class.java).setup().get()
        activity.setTheme(R.style.Cleardown)
        plant(Page(activity))
        val sight = ViewSight(activity.window.decorView, activity)
        sight.lay()
        return Case(sight, isAlarm = true, look)
    }
}
