package org.cleardown.setup

import org.cleardown.R

/** The screens of the set-up, in order. [steps] are what can be turned on there. */
enum class SetupPage(val headline: Int, val layout: Int, val steps: List<Step> = emptyList()) {
    ABOUT(R.string.setup_about_headline, R.layout.setup_about),
    SCREENING(R.string.setup_screening_headline, R.layout.setup_screening, listOf(Step.SCREENING)),
    REDIRECTION(R.string.setup_redirection_headline, R.layout.setup_redirection, listOf(Step.REDIRECTION)),
    PERMISSIONS(
        R.string.setup_permissions_headline,
        R.layout.setup_permissions,
        listOf(Step.NOTIFICATIONS, Step.OVERLAY, Step.CONTACTS, Step.PHONE_STATE),
    ),
    PEOPLE(R.string.setup_people_headline, R.layout.setup_people),
    PRACTICE(R.string.setup_practice_headline, R.layout.setup_practice),
    ;

    /** The screen after this one; null after the last. */
    val next: SetupPage? get() = entries.getOrNull(ordinal + 1)

    /** The screen before this one; null before the first. */
    val before: SetupPage? get() = entries.getOrNull(ordinal - 1)
}
