package org.cleardown.looks

import android.content.pm.PackageManager
import com.google.common.truth.Truth.assertThat
import com.google.common.truth.Truth.assertWithMessage
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** The catalogue is complete, and its pictures are the catalogue's. */
@RunWith(Runner::class)
@Config(sdk = [36])
class CatalogueTest {
    @Test
    fun everyActivityIsLookedAt() {
        val app = RuntimeEnvironment.getApplication()
        val all = app.packageManager.getPackageInfo(app.packageName, PackageManager.GET_ACTIVITIES).activities!!
            .map { it.name }.filter { it.startsWith(app.packageName) }
        val shown = ScreenCatalogue.all.map { it.screen }.toSet()
        assertThat(all).isNotEmpty()
        assertWithMessage("not in the catalogue").that(all - shown).isEmpty()
        assertWithMessage("not in the manifest").that(shown.filterNotNull() - all.toSet()).isEmpty()
    }

    @Test
    fun noPictureIsLeftOver() {
        val expected = ScreenCatalogue.all.flatMap { entry -> entry.pictured.map { "${entry.name}-${it.file}.png" } }
        val there = Folders.golden.list().orEmpty().filter { it.endsWith(".png") }
        assertWithMessage("in ${Folders.golden}").that(there - expected.toSet()).isEmpty()
    }

    @Test
    fun namesDiffer() = assertThat(ScreenCatalogue.all.map { it.name }).containsNoDuplicates()
}
