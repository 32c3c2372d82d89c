package org.cleardown.home

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import android.view.ViewGroup
import android.widget.Button
import org.cleardown.R
import org.cleardown.engine.HistoryEntry
import org.cleardown.guard.ask
import org.cleardown.onPress
import org.cleardown.platform.SaveAs
import org.cleardown.platform.isUnlocked
import org.cleardown.say
import org.cleardown.showIf

/** Calls that were warned about or noted, newest first: to read, to delete, to save as a file. */
class HistoryActivity : Activity() {
    private val saving = SaveAs(this, EXPORT, "cleardown-calls.json", "application/json")
    private var isSure = false

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContentView(R.layout.history)
        onPress(R.id.export) { if (!saving.ask()) say(R.id.result, getString(R.string.not_saved)) }
        onPress(R.id.delete_all, ::deleteAll)
        onPress(R.id.close, ::finish)
    }

    override fun onResume() {
        super.onResume()
        load()
    }

    @Deprecated("The framework has no other way for an Activity")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        val file = saving.answered(requestCode, resultCode, data) ?: return
        ask({ engine, now -> engine.exportHistory(now) }, failed = { exported(false) }) { text ->
            saving.write(file, text, ::exported)
        }
    }

    private fun exported(isSaved: Boolean) =
        say(R.id.result, getString(if (isSaved) R.string.file_saved else R.string.not_saved))

    private fun load() =
        ask({ engine, now -> engine.history(now) }, failed = { showEmpty(R.string.home_trouble) }, show = ::show)

    private fun show(calls: List<HistoryEntry>) {
        val list = findViewById<ViewGroup>(R.id.calls)
        list.removeAllViews()
        calls.forEach { call -> list.addView(HistoryRow(this, call) { delete(call.id) }.view(list)) }
        listOf(R.id.delete_all, R.id.export).forEach { showIf(it, calls.isNotEmpty()) }
        when {
            calls.isNotEmpty() -> say(R.id.empty, null)
            isUnlocked() -> showEmpty(R.string.history_empty)
            else -> showEmpty(R.string.history_locked)
        }
    }

    private fun deleteAll() {
        val button = findViewById<Button>(R.id.delete_all)
        if (isSure) delete(call = null)
        button.setText(if (isSure) R.string.history_delete_all else R.string.history_delete_sure)
        isSure = !isSure
    }

    /** Deletes one call; null = all. */
    private fun delete(call: Long?) = ask(
        { engine, now ->
            engine.deleteHistory(call, now)
            engine.history(now)
        },
        failed = { say(R.id.result, getString(R.string.not_saved)) },
    ) { left ->
        say(R.id.result, getString(R.string.history_deleted))
        show(left)
    }

    private fun showEmpty(words: Int) = say(R.id.empty, getString(words))

    private companion object {
        const val EXPORT = 1
    }
}
