package org.cleardown.engine

import org.junit.Test

/** Requests and answers about settings, status, history and health are what the golden files say. */
class GoldenRecordsTest {
    private val policy = mapOf(
        "cool_down_seconds" to 300,
        "hold" to "callbacks",
        "call_anyway" to "two_taps",
        "second_call_hours" to 24,
        "ask_after_unknown" to true,
        "emergency_grace_minutes" to 30,
        "trusted_contacts_pass" to false,
        "history_days" to 90,
        "other_phone" to "the kitchen phone",
        "bank_number" to "",
        "lock" to "open",
        "trusted_contacts" to listOf("+447700900111", "+441632960500"),
        "lists" to "",
        "stale_list_days" to 14,
        "help_name" to "IT help",
        "help_number" to "+441632960458",
        "help_text" to "Ring off.",
        "language" to "",
        "report_contents" to "all",
    )
    private val error = KeyError("hold", "\"some\"", "advise, callbacks or all", "callbacks")
    private val scheduled = listOf(
        ScheduledChange(
            1_794_930_000_000,
            mapOf("hold" to "advise", "trusted_contacts" to listOf("+447700900111")),
        ),
        ScheduledChange(1_794_940_000_000, mapOf("ask_after_unknown" to false, "cool_down_seconds" to 60)),
    )
    private val note = CallNote("Sergeant O'Neill", "4711", "Maidstone\nsecond floor", "my card")

    @Test
    fun configure() = Golden("configure").run {
        val changes = mapOf(
            "cool_down_seconds" to 600,
            "ask_after_unknown" to false,
            "hold" to "all",
            "trusted_contacts" to listOf("07700 900111"),
        )
        val weaker = mapOf("hold" to "advise", "trusted_contacts" to listOf("07700 900111"))
        requests(
            configureRequest(changes, Origin.PERSON, IN_CALL),
            configureRequest(emptyMap(), Origin.MANAGED, NOW),
            configureRequest(mapOf("lock" to "pin"), Origin.FAMILY, NOW),
            configureRequest(weaker, Origin.PERSON, NOW, atMs = 1_794_930_000_000),
            configureRequest(emptyMap(), Origin.PERSON, IN_CALL, cancelScheduled = true),
            configureRequest(
                mapOf("hold" to "all", "lists" to "[]"),
                Origin.MANAGED,
                NOW,
                replace = true,
                others = listOf(mapOf("hold" to "callbacks")),
            ),
        )
        val stronger = mapOf("hold" to Origin.MANAGED, "lock" to Origin.FAMILY)
        answers(
            { configureResult() },
            ConfigureResult(false, Refusal.PRESSURE, 3900, listOf(error), emptyMap(), policy, emptyList()),
            ConfigureResult(true, null, null, emptyList(), emptyMap(), policy, scheduled),
            ConfigureResult(false, Refusal.PIN, null, emptyList(), emptyMap(), policy, emptyList()),
            ConfigureResult(false, Refusal.STRONGER, null, emptyList(), stronger, policy, emptyList()),
        )
    }

    @Test
    fun status() = Golden("status").run {
        requests(request(NOW))
        val calm = Status(
            0, false, false, policy, emptyMap(), emptyList(), null, null, 0, false, false, emptyList(),
            emptyList(), emptyList(),
            SyncStatus(null, null, null, null, false, emptyList()), emptyList(), null,
            PinStatus(false, false, 0, 0, null), null,
        )
        val bare = FlaggedCall(
            1, Alert.CAUTION, listOf("verification_failed"), null, null, null, null, null, null, null, 0, null,
            emptyList(),
        )
        answers({ status() }, busy(), calm.copy(callRunning = true, flagged = bare), calm)
    }

    @Test
    fun history() = Golden("history").run {
        requests(
            historyRequest("list", null, null, NOW),
            historyRequest("note", 12, note, NOW),
            historyRequest("note", null, note, NOW),
            historyRequest("delete", 12, null, NOW),
            historyRequest("delete", null, null, NOW),
            historyRequest("export", null, null, NOW),
        )
        val shown = HistoryEntry(
            id = 12,
            atMs = NOW.wallMs,
            number = "+441632960123",
            display = "01632 960123",
            alert = Alert.WARNING,
            reasons = listOf("listed_unknown"),
            organisation = "Test Police",
            answered = true,
            note = note,
        )
        val hidden = HistoryEntry(11, -5, null, null, Alert.NONE, emptyList(), null, null, null)
        answers({ objects("calls") { it.historyEntry() } }, listOf(shown, hidden), emptyList())
        answers({ textOrNull("export") }, null, "{\n  \"format\": \"cleardown-history\"\n}")
    }

    @Test
    fun health() = Golden("health").run {
        requests(
            healthRequest("native_panic", NOW),
            healthRequest(null, NOW),
            healthRequest(null, NOW, 812, DecisionKind.SCREENING),
            healthRequest(null, NOW, 1500, DecisionKind.PLACING),
        )
        val event = HealthEvent("native_panic", 2, NOW.wallMs)
        answers({ objects("events") { it.healthEvent() } }, listOf(event))
        val none = DecisionTimes(0, null, null)
        answers({ decisions() }, DecisionReport(DecisionTimes(200, 812, 2900), none))
    }

    @Test
    fun pin() = Golden("pin").run {
        requests(
            pinRequest("set", NOW, "4711", "000102030405060708090a0b0c0d0eff"),
            pinRequest("check", IN_CALL, "0815"),
            pinRequest("forgot", NOW),
            pinRequest("cancel", IN_CALL),
        )
        val none = PinStatus(false, false, 0, 0, null)
        answers(
            { pinResult() },
            PinResult(null, PinStatus(true, true, 120, 0, null)),
            PinResult(PinRefusal.WRONG, PinStatus(true, true, 0, 30, 86_400)),
            PinResult(PinRefusal.WAIT, none),
            PinResult(PinRefusal.NO_PIN, none),
            PinResult(PinRefusal.NOT_SET, none),
            PinResult(PinRefusal.LOCKED, none),
            PinResult(PinRefusal.PRESSURE, none),
        )
    }

    @Test
    fun report() = Golden("report").run {
        val works = mapOf("screening" to true, "redirection" to false)
        requests(reportRequest(PhoneFacts("0.1.0", "16", 36, works), NOW))
        answers(
            { HealthReport(getString("report"), getString("page")) },
            HealthReport("{\n  \"format\": \"cleardown-report\"\n}", "Works: screening\n"),
        )
    }

    @Test
    fun maintain() = Golden("maintain").run {
        requests(request(NOW))
        answers({ texts("repaired") }, listOf("list_broken"), emptyList())
    }

    private fun busy() = Status(
        coolDownSeconds = 239,
        coolDownStarted = true,
        callRunning = false,
        policy = policy,
        origins = mapOf(
            "bank_number" to Origin.PERSON,
            "hold" to Origin.MANAGED,
            "trusted_contacts_pass" to Origin.FAMILY,
        ),
        keyErrors = listOf(KeptError(Origin.MANAGED, error)),
        list = ListInfo(numbers = 474, version = 3, issuedMs = 1_794_000_000_000, bundled = true),
        flagged = FlaggedCall(
            id = 12,
            alert = Alert.WARNING,
            reasons = listOf("listed_unknown", "second_call"),
            organisation = "Test Police",
            line = "switchboard",
            number = "+441632960123",
            display = "01632 960123",
            callsOut = "unknown",
            confidence = "medium",
            kind = "police",
            secondsAgo = 61,
            answered = true,
            ring = listOf(
                NumberToRing("+441622690690", "01622 690690", "switchboard"),
                NumberToRing("+441622690691", "01622 690691", null),
            ),
        ),
        otherLineSeconds = 30,
        secondCallWindow = true,
        gaveDetails = true,
        held = listOf(HeldNumber("+441632960123", 2, true)),
        troubles = listOf(
            Trouble("disk_full", "No room to write the running state. Free some storage on the phone."),
        ),
        ring = listOf(RingNumber("159", "159", "your bank")),
        sync = SyncStatus(3600, 1_794_000_000_000, NOW.wallMs, "no_network", true, listOf("gb")),
        scheduled = scheduled,
        mayRingAgainUntilMs = 1_795_003_139_000,
        pin = PinStatus(set = true, locks = true, openSeconds = 90, waitSeconds = 30, forgottenSeconds = 86_399),
        relative = RELATIVE,
    )
}
