package org.cleardown.setup

import android.app.Activity
import android.app.role.RoleManager
import android.content.Intent
import android.os.Bundle
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import org.cleardown.R
import org.cleardown.onPress
import org.cleardown.platform.offers
import org.cleardown.platform.open

/** Roles and permissions, one by one, each with its reason; every one can be left out. */
class SetupActivity : Activity() {
    private val rows = mutableMapOf<Step, View>()
    private val refused = mutableSetOf<Step>()

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.setup)
        onPress(R.id.close, ::finish)
        val list = findViewById<ViewGroup>(R.id.setup_steps)
        Step.entries.forEach { step ->
            val row = LayoutInflater.from(this).inflate(R.layout.setup_step, list, false)
            row.tag = step.name.lowercase()
            row.findViewById<TextView>(R.id.title).setText(step.title)
            row.findViewById<TextView>(R.id.text).setText(step.text)
            row.findViewById<View>(R.id.turn_on).setOnClickListener { turnOn(step) }
            list.addView(row)
            rows[step] = row
        }
    }

    override fun onResume() {
        super.onResume()
        show()
    }

    /** The phone does not say why it refused; after a second "no" it does not even ask. */
    @Deprecated("The framework has no other way for an Activity")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) =
        asked(requestCode, resultCode == RESULT_OK)

    override fun onRequestPermissionsResult(requestCode: Int, permissions: Array<String>, grantResults: IntArray) =
        asked(requestCode, Step.entries.getOrNull(requestCode)?.isOn(this) ?: true)

    private fun asked(request: Int, isGranted: Boolean) {
        val step = Step.entries.getOrNull(request) ?: return
        if (isGranted) refused -= step else refused += step
        show()
    }

    private fun turnOn(step: Step) {
        val role = step.role
        val permission = step.permission
        when {
            step in refused -> open(PhoneSettings.of(this, step))
            role != null -> request(step, role)
            permission != null -> requestPermissions(arrayOf(permission), step.ordinal)
            else -> open(PhoneSettings.of(this, step))
        }
    }

    private fun request(step: Step, role: String) {
        val roles = getSystemService(RoleManager::class.java) ?: return
        @Suppress("DEPRECATION")
        startActivityForResult(roles.createRequestRoleIntent(role), step.ordinal)
    }

    private fun show() = rows.forEach { (step, row) ->
        val isOn = step.isOn(this)
        val isOffered = step.role?.let(::offers) ?: true
        val note = when {
            isOn -> R.string.setup_done
            !isOffered -> R.string.setup_unavailable
            step in refused -> R.string.setup_look_in_settings
            else -> null
        }
        row.findViewById<TextView>(R.id.done).apply {
            text = note?.let(::getString)
            visibility = if (note == null) View.GONE else View.VISIBLE
        }
        row.findViewById<View>(R.id.turn_on).visibility = if (isOn || !isOffered) View.GONE else View.VISIBLE
    }
}
