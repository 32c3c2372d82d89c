package org.cleardown.setup

import android.app.Activity
import android.app.role.RoleManager
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import org.cleardown.R
import org.cleardown.platform.offers
import org.cleardown.platform.open

/** Rows for what can be turned on, each with its reason, what it is now, and a button that asks the phone. */
class StepRows(private val screen: Activity, list: ViewGroup, steps: List<Step>) {
    private val refused = mutableSetOf<Step>()
    private val rows: Map<Step, View> = steps.associateWith { step ->
        val row = LayoutInflater.from(screen).inflate(R.layout.setup_step, list, false)
        row.tag = step.name.lowercase()
        row.findViewById<TextView>(R.id.title).run {
            setText(step.title)
            visibility = if (steps.size > 1) View.VISIBLE else View.GONE
        }
        row.findViewById<TextView>(R.id.text).setText(step.text)
        row.findViewById<Button>(R.id.turn_on).run {
            contentDescription = "$text: ${screen.getString(step.title)}"
            setOnClickListener { turnOn(step) }
        }
        list.addView(row)
        row
    }

    /** What the phone refused so far: kept while the screen is turned. */
    var refusals: List<String>
        get() = refused.map(Step::name)
        set(names) {
            refused += Step.entries.filter { it.name in names }
        }

    /**
     * The phone has answered for [request]. It does not say why it refused; after a second "no" it does
     * not even ask.
     */
    fun answered(request: Int) {
        val step = Step.entries.getOrNull(request) ?: return
        if (step.isOn(screen)) refused -= step else refused += step
        show()
    }

    /** Shows how each step stands now. */
    fun show() = rows.forEach { (step, row) ->
        val isOn = step.isOn(screen)
        val isOffered = step.role?.let(screen::offers) ?: true
        val note = when {
            isOn -> R.string.setup_done
            !isOffered -> R.string.setup_unavailable
            step in refused -> step.refusal
            else -> null
        }
        row.findViewById<TextView>(R.id.done).apply {
            text = note?.let(screen::getString)
            visibility = if (note == null) View.GONE else View.VISIBLE
        }
        row.findViewById<Button>(R.id.turn_on).apply {
            visibility = if (isOn || !isOffered) View.GONE else View.VISIBLE
            setText(if (step in refused) R.string.setup_open_settings else R.string.setup_turn_on)
        }
    }

    private fun turnOn(step: Step) {
        val role = step.role
        val permission = step.permission
        when {
            step in refused -> screen.open(PhoneSettings.of(screen, step))
            role != null -> request(step, role)
            permission != null -> screen.requestPermissions(arrayOf(permission), step.ordinal)
            else -> screen.open(PhoneSettings.of(screen, step))
        }
    }

    private fun request(step: Step, role: String) {
        val roles = screen.getSystemService(RoleManager::class.java) ?: return
        @Suppress("DEPRECATION")
        screen.startActivityForResult(roles.createRequestRoleIntent(role), step.ordinal)
    }
}
