package org.cleardown.engine

import org.junit.Test

/** Requests and answers about calls are what the golden files say. */
class GoldenCallsTest {
    private val early = Now(wallMs = -5, elapsedMs = 0, boot = 1)
    private val shown = IncomingCall("+441632960123", Presentation.ALLOWED, Verification.NOT_VERIFIED, Contact.NO)

    @Test
    fun open() {
        val (device, history) = "/data/user_de/0/org.cleardown/files" to "/data/user/0/org.cleardown/files"
        val publisher =
            PublisherConfig("gb", "Test list", "https://lists.example.org/gb/", "{\"signed\": {}}\n")
        Golden("open").requests(
            openRequest(device, history, "GB", emptyList(), NOW),
            openRequest("files", null, "GB", listOf(publisher), early),
        )
    }

    @Test
    fun screen() {
        val odd = "\u0000é🕿 \"1\""
        Golden("screen").run {
            requests(
                screenRequest(shown, NOW),
                screenRequest(
                    IncomingCall(null, Presentation.RESTRICTED, Verification.PASSED, Contact.UNREADABLE),
                    NOW,
                ),
                screenRequest(IncomingCall(odd, Presentation.PAYPHONE, Verification.FAILED, Contact.YES), NOW),
                screenRequest(
                    IncomingCall("101", Presentation.UNKNOWN, Verification.NOT_VERIFIED, Contact.NO),
                    NOW,
                ),
            )
            answers({
                verdict()
            }, FULL_VERDICT.copy(help = Help("IT help", "01632 960458", "Ring off.")), EMPTY_VERDICT)
        }
    }

    @Test
    fun recordScreen() = Golden("record_screen").run {
        requests(screenRequest(shown, NOW))
        answers({ getLong("call") }, 12L)
    }

    @Test
    fun ended() = Golden("ended").run {
        requests(
            endedRequest(EndedCall("+441632960123", identified = true, answered = true, inCall = false), NOW),
            endedRequest(EndedCall(null, identified = true, answered = false, inCall = true), NOW),
            endedRequest(EndedCall(null, identified = false, answered = null, inCall = false), NOW),
        )
        answers(
            { afterEnd() },
            AfterEnd(Screen.AFTER_CALL, 300, 12),
            AfterEnd(Screen.QUESTION, 0, 13),
            AfterEnd(Screen.NONE, 0, null),
        )
    }

    @Test
    fun place() = Golden("place").run {
        requests(
            placeRequest(OutgoingCall("01632 960123", true, false, false, Contact.NO), NOW),
            placeRequest(OutgoingCall("**21*01632960900#", false, true, true, Contact.UNREADABLE), NOW),
        )
        answers({ placing() }, HOLD, ADVICE)
    }

    @Test
    fun recordPlace() = Golden("record_place").requests(
        recordPlaceRequest("01632 960123", true, Outcome.HELD, NOW),
        recordPlaceRequest("999", false, Outcome.PLACED, NOW),
    )

    @Test
    fun person() = Golden("person").run {
        requests(
            personRequest(PersonSays.SAID_AUTHORITY, null, NOW),
            personRequest(PersonSays.SAID_NOTHING, null, NOW),
            personRequest(PersonSays.GAVE_DETAILS, null, NOW),
            personRequest(PersonSays.SUSPICIOUS_CALL_ELSEWHERE, null, NOW),
            personRequest(PersonSays.SUSPICIOUS_CALL_HERE, null, IN_CALL),
            personRequest(PersonSays.CALL_ANYWAY, "101", NOW),
        )
        answers(
            { personResult() },
            PersonResult(Screen.AFTER_CALL, 300, Alert.WARNING, listOf("said_authority"), null),
            PersonResult(Screen.USE_THIS_PHONE, 0, Alert.WARNING, listOf("marked_suspicious"), null),
            PersonResult(Screen.NONE, 60, Alert.NONE, emptyList(), false),
        )
    }

    @Test
    fun clock() = Golden("clock").run {
        requests(clockRequest(ClockEvent.BOOTED, early), clockRequest(ClockEvent.CLOCK_CHANGED, NOW))
        answers({ coolDown() }, 240)
    }

    @Test
    fun explain() = Golden("explain").run {
        requests(explainRequest("0800 121 8899", NOW))
        val listings = listOf(
            Listing("Test Bank", "fraud line", "bank", "never", "high", true),
            Listing("several", "", null, "unknown", "low", false),
        )
        answers(
            { explanation() },
            Explanation(BANK, "0800 121 8899", false, listings, PAGE, "2026-03", FULL_VERDICT, HOLD),
            Explanation(null, null, true, emptyList(), null, null, EMPTY_VERDICT, ADVICE),
        )
    }

    private companion object {
        const val PAGE = "https://www.example.org/fraud"
        val FULL_VERDICT = Verdict(
            alert = Alert.CERTAIN_FAKE,
            reasons = listOf("listed_never", "second_call"),
            caller = "presented",
            number = BANK,
            display = "0800 121 8899",
            organisation = "Test Bank",
            line = "fraud line",
            kind = "bank",
            callsOut = "never",
            confidence = "high",
            coolDownSeconds = 300,
            rangEmergency = "999",
        )
        val EMPTY_VERDICT =
            Verdict(Alert.NONE, emptyList(), "withheld", null, null, null, null, null, null, null, 0, null)
        val HOLD = Placing(
            hold = true,
            reasons = listOf("listed", "call_running"),
            remainingSeconds = 295,
            passable = true,
            plainTap = false,
            showAdvice = false,
            display = "01632 960123",
            organisation = "Test Police",
            line = "switchboard",
        )
        val ADVICE = Placing(
            hold = false,
            reasons = listOf("out_of_scope", "authority_code"),
            remainingSeconds = 12,
            passable = false,
            plainTap = true,
            showAdvice = true,
            display = null,
            organisation = null,
            line = null,
        )
    }
}
