package org.cleardown.looks.check

import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.drawable.Drawable
import android.view.View
import android.widget.ImageView
import android.widget.TextView
import org.cleardown.Level
import org.cleardown.phone.shown

/** Where the ground has the colour of a level, its icon and its words stand on it: never colour alone. */
object Levels : Check {
    override fun faults(case: Case): List<String> = case.views.mapNotNull { view ->
        val level = level(view) ?: return@mapNotNull null
        val missing = listOfNotNull(
            "icon".takeUnless { view.shown().flatMap(::pictures).any { isIcon(it, level, view) } },
            "words".takeUnless { view.shown().any { it is TextView && it.isWord(level) } },
        )
        val what = missing.joinToString(" and ")
        "${view.named()}: the colour of $level without its $what".takeIf { missing.isNotEmpty() }
    }

    private fun level(view: View): Level? {
        val tint = view.backgroundTintList?.defaultColor ?: return null
        return Level.entries.firstOrNull { view.context.getColor(it.ground) == tint }
    }

    private fun pictures(view: View): List<Drawable> = when (view) {
        is ImageView -> listOfNotNull(view.drawable)
        is TextView -> view.compoundDrawablesRelative.filterNotNull()
        else -> emptyList()
    }

    private fun isIcon(picture: Drawable, level: Level, view: View): Boolean {
        val (one, other) = listOf(picture, checkNotNull(view.context.getDrawable(level.icon))).map(::shape)
        return one.zip(other).count { (here, there) -> here != there } < one.size / 50
    }

    /** The word of the level, or a headline. */
    private fun TextView.isWord(level: Level) =
        isAccessibilityHeading || text.toString() == context.getString(level.word)

    /** Where the picture has ink, whatever its colour. */
    private fun shape(picture: Drawable): List<Boolean> {
        val copy = checkNotNull(picture.constantState).newDrawable().mutate()
        copy.setTint(Color.BLACK)
        copy.setBounds(0, 0, SIZE, SIZE)
        val drawn = Bitmap.createBitmap(SIZE, SIZE, Bitmap.Config.ARGB_8888).also { copy.draw(Canvas(it)) }
        return (0 until SIZE * SIZE).map { Color.alpha(drawn.getPixel(it % SIZE, it / SIZE)) > OPAQUE }
    }

    private const val SIZE = 48
    private const val OPAQUE = 127
}
