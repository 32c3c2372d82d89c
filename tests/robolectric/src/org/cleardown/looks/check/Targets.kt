package org.cleardown.looks.check

/** Everything that can be pressed is large enough for a trembling finger. */
object Targets : Check {
    private const val ALARM_DP = 64
    private const val CALM_DP = 48

    override fun faults(case: Case): List<String> {
        val least = if (case.isAlarm) ALARM_DP else CALM_DP
        return case.pressables.mapNotNull { view ->
            val (width, height) = listOf(view.width, view.height).map { it / case.sight.density }
            "${view.named()}: $width × $height dp, not $least".takeIf { width < least || height < least }
        }
    }
}
