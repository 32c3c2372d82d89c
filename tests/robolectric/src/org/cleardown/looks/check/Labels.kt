package org.cleardown.looks.check

import android.view.View
import android.widget.EditText
import android.widget.ImageView
import android.widget.TextView

/**
 * TalkBack has something to say of everything that can be pressed, and the same only of what does the same: buttons
 * that open the keypad with one number.
 */
object Labels : Check {
    override fun faults(case: Case): List<String> = unlabelled(case) + ambiguous(case) + pictures(case)

    /** What TalkBack says of this view. */
    fun spoken(view: View, case: Case): String {
        val labelledBy = case.views.filterIsInstance<TextView>()
            .firstOrNull { it.labelFor == view.id && view.id != View.NO_ID }
        val own = view.contentDescription ?: (view as? TextView)?.text?.takeUnless { view is EditText }
        return listOfNotNull(own, labelledBy?.text, (view as? EditText)?.hint).joinToString(" ").trim()
    }

    private fun unlabelled(case: Case) =
        case.pressables.filter { spoken(it, case).isEmpty() }.map { "${it.named()}: TalkBack has nothing to say" }

    private fun ambiguous(case: Case) = case.pressables.groupBy { spoken(it, case) }
        .filter { (label, views) -> label.isNotEmpty() && label.none(Char::isDigit) && views.size > 1 }
        .map { (label, views) -> "TalkBack says “$label” of ${views.size} things" }

    private fun pictures(case: Case) = case.views.filterIsInstance<ImageView>()
        .filter { it.contentDescription == null && it.importantForAccessibility != View.IMPORTANT_FOR_ACCESSIBILITY_NO }
        .map { "${it.named()}: a picture without words; hide it from TalkBack or describe it" }
}
