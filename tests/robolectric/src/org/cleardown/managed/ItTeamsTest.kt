package org.cleardown.managed

import com.google.common.truth.Truth.assertThat
import org.cleardown.bad.Broken
import org.cleardown.engine.Origin
import org.cleardown.robo.Runner
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Several IT teams manage one phone, as Android 14 has it: of each setting the stronger value holds. */
@RunWith(Runner::class)
@Config(sdk = [35, 36])
class ItTeamsTest {
    private val phone = Broken().phone
    private val teams = ItTeams(phone)
    private val team = ItTeam(phone)

    @Test
    fun ofTwoTeamsTheStrongerValueOfEachSettingHolds() {
        phone.home()
        teams.set(
            bundleOf("cool_down_seconds" to 900, "hold" to "callbacks", "history_days" to 7),
            bundleOf("cool_down_seconds" to 600, "hold" to "all"),
        )
        val both = team.status { it.policy["history_days"] == 7 }
        assertThat(both.policy["cool_down_seconds"]).isEqualTo(900)
        assertThat(both.policy["hold"]).isEqualTo("all")
        assertThat(both.origins.keys).containsExactly("cool_down_seconds", "hold", "history_days")
        assertThat(both.origins.values.toSet()).containsExactly(Origin.MANAGED)

        teams.set(bundleOf("cool_down_seconds" to 600, "hold" to "all"))
        val one = team.status { it.policy["cool_down_seconds"] == 600 }
        assertThat(one.policy["hold"]).isEqualTo("all")
        assertThat(one.origins.keys).containsExactly("cool_down_seconds", "hold")

        teams.set()
        assertThat(team.status { it.origins.isEmpty() }.policy["cool_down_seconds"]).isEqualTo(300)
    }

    @Test
    fun theSlipOfOneTeamDoesNotUndoTheOther() {
        phone.home()
        teams.set(bundleOf("cool_down_seconds" to "long"), bundleOf("cool_down_seconds" to 600))
        val status = team.status { it.policy["cool_down_seconds"] == 600 }
        assertThat(status.origins).containsExactly("cool_down_seconds", Origin.MANAGED)
    }

    @Test
    fun aTeamThatHasSetNothingTakesNothingAway() {
        phone.home()
        teams.set(bundleOf(), bundleOf("hold" to "all"))
        assertThat(team.status { it.policy["hold"] == "all" }.origins.keys).containsExactly("hold")
    }

    @Test
    fun aPhoneThatKnowsTheCallButDoesNotAnswerItIsAskedInTheOldWay() {
        phone.home()
        listOf({ throw SecurityException("not for you") }, { null }).forEachIndexed { at, answer ->
            teams.answer = answer
            val days = at + 20
            team.puts("history_days" to days)
            teams.tell()
            assertThat(team.status { it.policy["history_days"] == days }.origins.keys).containsExactly("history_days")
        }
    }
}
