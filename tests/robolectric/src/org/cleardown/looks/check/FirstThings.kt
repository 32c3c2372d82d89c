package org.cleardown.looks.check

import android.view.View
import android.widget.ScrollView
import org.cleardown.looks.Look

/**
 * Of a warning beside a call, nobody has to scroll for what matters: that the number can be faked, whose it is, and
 * what to do. In the largest type there is not always room for more than the first of these.
 */
object FirstThings : Check {
    private val TAGS = listOf("can_be_faked", "organisation", "advice", "rang_emergency")

    override fun faults(case: Case): List<String> {
        if (!case.sight.isCard) return emptyList()
        val root = case.sight.root
        val scroll = case.views.filterIsInstance<ScrollView>().single()
        scroll.scrollTo(0, 0)
        val end = scroll.placeIn(root).bottom
        val tags = if (case.look == Look.BIG) TAGS.take(1) else TAGS
        return tags.mapNotNull { root.findViewWithTag<View>(it) }
            .filter { it.placeIn(root).bottom > end }.map { "${it.named()} is below the edge of the card" }
    }
}
