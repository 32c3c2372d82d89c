package org.cleardown.engine

import com.google.common.truth.Truth.assertThat
import org.json.JSONObject
import org.junit.After
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/** What the screens ask beyond calls, through the library: later settings, times, sources, the file. */
class LaterTest {
    @get:Rule val folder = TemporaryFolder()
    private lateinit var engine: Engine

    @Before
    fun open() {
        engine = openEngine(folder.root).apply { maintain(NOW) }
    }

    @After
    fun close() = engine.close()

    @Test
    fun aWeakerSettingHoldsFromItsTimeOn() {
        val advise = mapOf("hold" to "advise")
        val atMs = NOW.wallMs + 600_000
        val answer = engine.configureAt(advise, atMs, Origin.PERSON, NOW)
        assertThat(answer.accepted).isTrue()
        assertThat(answer.scheduled).containsExactly(ScheduledChange(atMs, advise))
        assertThat(engine.status(NOW).scheduled).isEqualTo(answer.scheduled)
        assertThat(engine.status(NOW).policy).containsEntry("hold", "callbacks")
        val then = engine.status(after(600))
        assertThat(then.policy).containsEntry("hold", "advise")
        assertThat(then.scheduled).isEmpty()
    }

    @Test
    fun aWeakerSettingCanBeTakenBackBeforeItsTime() {
        engine.configureAt(mapOf("history_days" to 1), NOW.wallMs + 60_000, Origin.PERSON, NOW)
        assertThat(engine.cancelScheduled(Origin.PERSON, NOW).scheduled).isEmpty()
        assertThat(engine.status(after(60)).policy).containsEntry("history_days", 90)
    }

    @Test
    fun duringACallADueOneIsDroppedAndNeverHeld() {
        engine.configureAt(mapOf("hold" to "advise"), NOW.wallMs + 60_000, Origin.PERSON, NOW)
        val inCall = after(60).copy(inCall = true)
        val answer = engine.cancelScheduled(Origin.PERSON, inCall)
        assertThat(answer.scheduled).isEmpty()
        assertThat(answer.policy).containsEntry("hold", "callbacks")
        assertThat(engine.status(after(120)).policy).containsEntry("hold", "callbacks")
    }

    @Test
    fun aTimeBeforeTheLockEndsIsRefusedWithTheFirstPossibleOne() {
        engine.person(PersonSays.SUSPICIOUS_CALL_HERE, null, NOW)
        val answer = engine.configureAt(mapOf("hold" to "advise"), NOW.wallMs, Origin.PERSON, NOW)
        assertThat(answer.accepted).isFalse()
        assertThat(answer.allowedInSeconds).isEqualTo(300 + 3600)
    }

    @Test
    fun theTimesOfDecisionsAreKeptByTheirKind() {
        listOf(300L, 100L, 200L).forEach { engine.recordDecision(DecisionKind.SCREENING, it, NOW) }
        val expected = DecisionReport(DecisionTimes(3, 200, 300), DecisionTimes(0, null, null))
        assertThat(engine.decisionTimes(NOW)).isEqualTo(expected)
    }

    @Test
    fun theyMayRingAgainForADay() {
        assertThat(engine.status(NOW).mayRingAgainUntilMs).isNull()
        engine.person(PersonSays.SUSPICIOUS_CALL_ELSEWHERE, null, NOW)
        assertThat(engine.status(after(60)).mayRingAgainUntilMs).isEqualTo(NOW.wallMs + 86_400_000)
    }

    @Test
    fun aListedNumberComesWithItsPageAndDate() {
        val kent = engine.explain("01622 604100", NOW)
        assertThat(kent.source).contains("kent.police.uk")
        assertThat(kent.date).isEqualTo("2021-03-01")
        assertThat(engine.explain("07700 900123", NOW).source).isNull()
    }

    @Test
    fun theHistoryIsGivenAsAFile() {
        engine.recordScreen(incoming(BANK), NOW)
        val file = JSONObject(engine.exportHistory(NOW))
        assertThat(file.getString("format")).isEqualTo("cleardown-history")
        assertThat(file.getInt("version")).isEqualTo(1)
        val call = file.getJSONArray("calls").getJSONObject(0)
        assertThat(call.getString("number")).isEqualTo(BANK)
    }

    @Test
    fun numbersThatTheListOffersAreShownWithTheCall() {
        fun row(number: String, ring: Boolean) = mapOf(
            "number" to number,
            "organisation" to "Test Police",
            "kind" to "police",
            "calls_out" to "unknown",
            "line" to "front desk",
            "ring" to ring,
        )
        Doors(engine).installList(listOf(row("+441632960123", false), row("+441632960124", true)))
        engine.recordScreen(incoming("+441632960123"), NOW)
        val offered = engine.status(NOW).flagged?.ring
        assertThat(offered).containsExactly(NumberToRing("+441632960124", "01632 960124", "front desk"))
    }

    private fun after(seconds: Long) =
        NOW.copy(wallMs = NOW.wallMs + seconds * 1000, elapsedMs = NOW.elapsedMs + seconds * 1000)
}
