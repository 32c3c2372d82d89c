package org.cleardown.looks

import org.cleardown.looks.check.Reading
import org.junit.Assert.fail
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Looks at every screen of the catalogue, in every look: can it be read, heard, hit; is it as it was accepted? */
@RunWith(CatalogueRunner::class)
@Config(sdk = [36])
class EveryScreenTest {
    @Test
    fun look() {
        val visit = Visit.asked()
        val faults = Golden.faults(visit.entry, visit.look, visit.sight) +
            Checks.faults(visit.entry, visit.look, visit.sight) +
            Reading.faults(visit.entry, visit.look, visit.sight)
        if (faults.isNotEmpty()) fail(faults.joinToString("\n", "${visit.entry.title}, ${visit.look.title}:\n"))
    }
}
