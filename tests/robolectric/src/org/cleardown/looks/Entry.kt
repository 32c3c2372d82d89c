package org.cleardown.looks

import android.app.Activity
import kotlin.reflect.KClass

/**
 * A screen in one state.
 *
 * @property name part of the names of its pictures: the screen, then the state.
 * @property title what it is, for the contact sheet.
 * @property screen the activity's class; null for what is none.
 * @property isAlarm a person may be afraid here: larger, stronger contrast, looked at in every way.
 * @property looks in which it is looked at.
 * @property pictured in which of them it is compared with an accepted picture.
 * @property open brings a phone into the state.
 */
class Entry(
    val name: String,
    val title: String,
    val screen: String?,
    val isAlarm: Boolean,
    val looks: List<Look>,
    val pictured: List<Look>,
    val open: Stage.() -> Sight,
) {
    override fun toString() = name
}

/** Collects entries. */
class Entries {
    val all = mutableListOf<Entry>()

    /** A screen on which a person may be afraid, in its most frequent state; looked at in every way. */
    fun alarm(name: String, screen: KClass<out Activity>?, title: String, open: Stage.() -> Sight) =
        add(Entry(name, title, screen?.java?.name, true, Look.entries, Look.entries, open))

    /** Another state of an alarm screen. */
    fun alarmState(name: String, screen: KClass<out Activity>?, title: String, open: Stage.() -> Sight) =
        add(Entry(name, title, screen?.java?.name, true, Look.FEW, ONE, open))

    /** A screen that is not an alarm, but seen often; looked at in every way. */
    fun often(name: String, screen: KClass<out Activity>, title: String, open: Stage.() -> Sight) =
        add(Entry(name, title, screen.java.name, false, Look.entries, Look.entries, open))

    /** Any other screen. */
    fun calm(name: String, screen: KClass<out Activity>, title: String, open: Stage.() -> Sight) =
        add(Entry(name, title, screen.java.name, false, Look.FEW, Look.FEW, open))

    /** Another state of such a screen. */
    fun calmState(name: String, screen: KClass<out Activity>, title: String, open: Stage.() -> Sight) =
        add(Entry(name, title, screen.java.name, false, Look.FEW, ONE, open))

    /** A message: the phone draws it, so there is no picture to compare. */
    fun message(name: String, title: String, open: Stage.() -> Sight) =
        add(Entry(name, title, null, true, listOf(Look.DAY, Look.WELSH), emptyList(), open))

    private fun add(entry: Entry) {
        all += entry
    }

    private companion object {
        val ONE = listOf(Look.DAY)
    }
}
