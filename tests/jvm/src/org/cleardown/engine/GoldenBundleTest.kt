package org.cleardown.engine

import org.junit.Test

/** Who set the phone up, in the golden files. */
internal val RELATIVE = Relative("Anna", "1234 5678 9012 3456", 7, "2026-11-21T20:00:00Z")

/** Requests and answers about settings that a relative signed are what the golden file says. */
class GoldenBundleTest {
    private val nothing = BundleResult(null, null, false, emptyList(), emptyList(), null, null, null, null)

    @Test
    fun bundle() = Golden("bundle").run {
        val policy = mapOf(
            "hold" to "all",
            "cool_down_seconds" to 60,
            "ask_after_unknown" to false,
            "trusted_contacts" to listOf("07700 900111"),
        )
        requests(
            draftRequest("Anna", 7, policy, IN_CALL),
            packRequest("{}", "ecdsa-sha2-nistp256", "-----BEGIN PUBLIC KEY-----\n", "00ff", IN_CALL),
            bundleRequest("preview", NOW, """{"format":1}"""),
            bundleRequest("import", IN_CALL, "cleardown:settings/1/abc"),
            bundleRequest("remove", NOW),
        )
        val changes = listOf(
            KeyChange("hold", "callbacks", "all", isWeaker = false),
            KeyChange("cool_down_seconds", 300, 60, isWeaker = true),
            KeyChange("trusted_contacts", emptyList<String>(), listOf("+447700900111"), isWeaker = true),
        )
        val errors = listOf(KeyError("lock", "3", "open or pin", "open"))
        val refusals = BundleRefusal.entries - BundleRefusal.PRESSURE
        answers(
            { bundleResult() },
            nothing.copy(signed = """{"type":"cleardown-settings"}"""),
            nothing.copy(sender = RELATIVE, file = """{"format":1}""", link = "cleardown:settings/1/abc"),
            nothing.copy(sender = RELATIVE, isFirst = true, changes = changes, errors = errors),
            nothing.copy(refused = BundleRefusal.PRESSURE, sender = RELATIVE, allowedInSeconds = 3900),
            *refusals.map { nothing.copy(refused = it) }.toTypedArray(),
        )
    }
}
