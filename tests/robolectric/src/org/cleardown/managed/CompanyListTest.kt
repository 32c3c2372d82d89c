package org.cleardown.managed

import com.google.common.truth.Truth.assertThat
import org.cleardown.R
import org.cleardown.engine.Engine
import org.cleardown.engine.Now
import org.cleardown.engine.Origin
import org.cleardown.engine.PhoneFacts
import org.cleardown.engine.Refusal
import org.cleardown.parts
import org.cleardown.phone.CallParcel
import org.cleardown.phone.texts
import org.cleardown.robo.Runner
import org.cleardown.sync.Publisher
import org.cleardown.sync.Town
import org.cleardown.sync.Town.Companion.OLD
import org.json.JSONArray
import org.json.JSONObject
import org.junit.After
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/**
 * An IT team's own list, from a file of numbers to the phone: five commands (init, import, build, sign,
 * publish), managed configuration, the phone's own schedule; then a call that shows the help desk's number.
 */
@RunWith(Runner::class)
@Config(sdk = [29, 36])
class CompanyListTest {
    @get:Rule val folder = TemporaryFolder()
    private lateinit var town: Town
    private val phone get() = town.phone
    private val helpDesk = Publisher.numbers(OLD..OLD).single()

    @Before
    fun settle() {
        town = Town(folder.root)
        town.know(emptyList())
        phone.home()
        phone.turns.settle()
    }

    @After
    fun leave() {
        if (::town.isInitialized) town.close()
    }

    @Test
    fun theHelpDesksNumberIsWarnedAboutWithTheCompanysOwnWordsAndTheReportShowsIt() {
        val team = ItTeam(phone)
        assertThat(listings()).isEqualTo(0)
        team.sets(
            "lists" to lists(),
            "hold" to "all",
            "call_anyway" to "locked",
            "help_name" to "IT help",
            "help_number" to "01632 960458",
            "help_text" to "Ring off. We never ask for your password.",
        )
        team.status { "films" in it.sync.publishers }
        town.runJob()
        assertThat(listings()).isEqualTo(1)

        val said = warning()
        assertThat(said).contains("IT help says: Ring off. We never ask for your password.")
        assertThat(said.count { it.startsWith("You can ask them on 01632") }).isEqualTo(1)
        assertThat(said).contains(phone.app.getString(R.string.can_be_faked))

        team.status { it.flagged != null }
        val weaker = ask { engine, now -> engine.configure(mapOf("hold" to "advise"), Origin.PERSON, now) }
        assertThat(weaker.refused).isEqualTo(Refusal.STRONGER)
        val facts = PhoneFacts("0.1.0", "16", 36, mapOf("screening" to true))
        val text = ask { engine, now -> engine.report(facts, now) }.file
        val report = JSONObject(text)
        assertThat(report.getJSONObject("settings").getString("hold")).isEqualTo("managed")
        assertThat(report.getJSONObject("counts").getInt("flagged_last_day")).isEqualTo(1)
        val ids = report.getJSONArray("lists").let { all -> List(all.length()) { all.getJSONObject(it) } }
        assertThat(ids.single { it.getString("publisher") == "films" }.getInt("numbers")).isEqualTo(200)
        listOf(helpDesk.drop(3), "960458", "IT help").forEach { assertThat(text).doesNotContain(it) }

        team.sets()
        team.status { it.sync.publishers.isEmpty() }
        assertThat(listings()).isEqualTo(0)
    }

    private fun lists() = town.publisher.config(town.server.url).let {
        val list = JSONObject().put("id", it.id).put("title", it.title).put("url", it.url).put("root", it.root)
        JSONArray().put(list).toString()
    }

    /** A call shows the help desk's number; all that is said of it beside the ringing phone. */
    private fun warning(): List<String> {
        phone.mark()
        phone.telecom.screen(CallParcel(helpDesk))
        phone.line.ring(helpDesk)
        phone.turns.settle()
        return phone.windows.overlays.flatMap { it.texts() }
    }

    private fun listings() = ask { engine, now -> engine.explain(helpDesk, now).listings.size }

    private fun <T> ask(question: (Engine, Now) -> T): T = phone.app.parts.engines.use(question)
}
