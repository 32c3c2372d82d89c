package org.cleardown.looks

import android.graphics.Bitmap
import android.graphics.Color
import com.google.common.truth.Truth.assertThat
import org.cleardown.robo.Runner
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Pictures are told apart, and nobody has to guess what differs. */
@RunWith(Runner::class)
@Config(sdk = [36])
class GoldenTest {
    @get:Rule
    val temporary = TemporaryFolder()

    @Test
    fun same() = assertThat(compare(paper(), paper())).isNull()

    @Test
    fun slightlyOther() = assertThat(compare(paper(), paper().apply { eraseColor(Color.rgb(240, 240, 240)) })).isNull()

    @Test
    fun aWord() {
        val other = paper()
        for (x in 10..35) other.setPixel(x, 20, Color.BLACK)
        assertThat(compare(paper(), other)).contains("26 pixels")
        assertThat(temporary.root.resolve("shot").list()).asList()
            .containsExactly("expected.png", "actual.png", "difference.png")
    }

    @Test
    fun otherSize() {
        val longer = Bitmap.createBitmap(SIDE, SIDE + 1, Bitmap.Config.ARGB_8888).apply { eraseColor(Color.WHITE) }
        assertThat(compare(paper(), longer)).contains("$SIDE pixels")
    }

    private fun paper() = Bitmap.createBitmap(SIDE, SIDE, Bitmap.Config.ARGB_8888).apply { eraseColor(Color.WHITE) }

    private fun compare(expected: Bitmap, actual: Bitmap) =
        Golden.compare(expected, actual, temporary.root.resolve("shot"))

    private companion object {
        const val SIDE = 50
    }
}
