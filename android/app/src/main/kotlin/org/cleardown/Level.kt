package org.cleardown

import android.content.res.ColorStateList
import android.view.View
import android.widget.TextView
import org.cleardown.engine.Alert

/** How a level of warning looks, the same everywhere: its ground, the ink on it, its icon and its word. */
enum class Level(val ground: Int, val ink: Int, val icon: Int, val word: Int) {
    NONE(R.color.alert_none, R.color.on_alert_none, R.drawable.ic_level_none, R.string.level_none),
    CAUTION(R.color.alert_caution, R.color.on_alert_caution, R.drawable.ic_level_caution, R.string.level_caution),
    WARNING(R.color.alert_warning, R.color.on_alert_warning, R.drawable.ic_level_warning, R.string.level_warning),
    CERTAIN_FAKE(
        R.color.alert_certain_fake,
        R.color.on_alert_certain_fake,
        R.drawable.ic_level_certain_fake,
        R.string.level_certain_fake,
    ),
    ;

    companion object {
        /** The look of an alert. */
        fun of(alert: Alert): Level = when (alert) {
            Alert.NONE -> NONE
            Alert.CAUTION -> CAUTION
            Alert.WARNING -> WARNING
            Alert.CERTAIN_FAKE -> CERTAIN_FAKE
        }
    }
}

/** Gives this view, which has a shape as its ground, the ground of [level]. */
fun View.wearGround(level: Level) {
    backgroundTintList = ColorStateList.valueOf(context.getColor(level.ground))
}

/** Gives this text the ink of [level], and its icon in front. */
fun TextView.wearIcon(level: Level) {
    val ink = context.getColor(level.ink)
    setTextColor(ink)
    setCompoundDrawablesRelativeWithIntrinsicBounds(level.icon, 0, 0, 0)
    compoundDrawableTintList = ColorStateList.valueOf(ink)
}

/** Makes this text, of the style `Text.Level`, say the level: icon, word and ground. */
fun TextView.say(level: Level) {
    setText(level.word)
    wearIcon(level)
    wearGround(level)
}
