package org.cleardown.looks

import com.google.common.truth.Truth.assertThat
import org.robolectric.RuntimeEnvironment
import java.util.Locale

/** One look at one screen: sets the phone, brings it into the state, and puts a picture on the contact sheet. */
class Visit private constructor(val entry: Entry, val look: Look) {
    /** What is to be seen. */
    val sight: Sight

    init {
        RuntimeEnvironment.setQualifiers(look.qualifiers)
        RuntimeEnvironment.setFontScale(look.fontScale)
        Locale.setDefault(RuntimeEnvironment.getApplication().resources.configuration.locales[0])
        sight = entry.open(Stage())
        (sight as? ViewSight)?.lay()
        assertThat((sight as? ViewSight)?.activity?.javaClass?.name).isEqualTo(entry.screen)
        ContactSheet.add(entry, look, Painter.paint(sight, scale = 2f))
    }

    companion object {
        private val NAME = Regex("(.+) \\[(.+)]")

        /** The one that the runner asks for. */
        fun asked(): Visit {
            val (name, look) = NAME.matchEntire(System.getProperty(CatalogueRunner.WHICH)!!)!!.destructured
            return Visit(ScreenCatalogue.all.first { it.name == name }, Look.entries.first { it.file == look })
        }
    }
}
