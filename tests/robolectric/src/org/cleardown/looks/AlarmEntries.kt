package org.cleardown.looks

import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.aftercall.ByHandActivity
import org.cleardown.aftercall.DetailsActivity
import org.cleardown.aftercall.Numbers
import org.cleardown.aftercall.PoliceActivity
import org.cleardown.aftercall.QuestionActivity
import org.cleardown.aftercall.SuspiciousCallActivity
import org.cleardown.aftercall.UseThisPhoneActivity
import org.cleardown.bad.Broken.Companion.POLICE
import org.cleardown.engine.CallNote
import org.cleardown.phone.CallParcel
import org.cleardown.placing.HoldActivity
import org.cleardown.warning.LockedWarningActivity
import org.json.JSONArray
import org.json.JSONObject

/** A number of the bank on the list, and one that no list has. */
private const val BANK = "+441132345678"
private const val STRANGER = "+447700900123"
private const val WATER = "+441632960450"

/** Warnings beside a ringing call. */
fun Entries.warnings() {
    alarm("warning", null, "Warning over the call") { ring(POLICE) }
    alarm("warning-fake", null, "Warning: the number never rings out") { ring("159") }
    alarmState("warning-caution", null, "Be careful") {
        list(WATER, "Test Water", "known")
        ring(WATER)
    }
    alarmState("warning-second-call", null, "Warning: a second call, another organisation") {
        call(POLICE)
        pass(minutes(10))
        ring(BANK)
    }
    alarmState("warning-hidden", null, "Warning: no number, during the wait") {
        call(POLICE)
        ring(null)
    }
    alarmState("warning-after-999", null, "Warning after a call for help") {
        phone.telecom.screen(CallParcel("999", isOutgoing = true))
        ring(POLICE)
    }
    alarm("locked-warning", LockedWarningActivity::class, "Warning on a locked phone") {
        phone.isLocked = true
        broken.ring(POLICE)
        lockedCard()
    }
    alarmState("locked-warning-fake", LockedWarningActivity::class, "Locked phone: the number never rings out") {
        phone.isLocked = true
        broken.ring("159")
        lockedCard()
    }
}

/** After a suspicious call. */
fun Entries.afterCall() {
    alarm("after-call", AfterCallActivity::class, "After the call: the wait runs") {
        call(POLICE)
        front()
    }
    alarmState("after-call-other-phone", AfterCallActivity::class, "After the call: the other phone has a name") {
        set("other_phone" to "the landline in the hall")
        call(POLICE)
        front()
    }
    alarmState("after-call-running", AfterCallActivity::class, "What to do, while the call still runs") {
        broken.ring(POLICE)
        home()
        press(R.id.what_to_do)
        front()
    }
    alarmState("after-call-missed", AfterCallActivity::class, "A call that was not taken") {
        phone.telecom.screen(CallParcel(POLICE))
        phone.line.ring(POLICE)
        phone.line.hangUp()
        phone.postCall(POLICE, MISSED)
        front()
    }
    alarm("after-call-details-given", AfterCallActivity::class, "I gave them details or money") {
        call(POLICE)
        press(R.id.gave_details)
        front()
    }
    alarmState("after-call-details-given-bank", AfterCallActivity::class, "The same, with the bank’s number") {
        set("bank_number" to "01632 960123")
        call(POLICE)
        press(R.id.gave_details)
        front()
    }
    alarm("wait-over", AfterCallActivity::class, "The wait is over") {
        call(POLICE)
        pass(minutes(5) + 1)
        front()
    }
    alarm("details", DetailsActivity::class, "Take their details") { screen<DetailsActivity>() }
    alarm("police", PoliceActivity::class, "What to tell the police") {
        call(POLICE)
        engine { engine, now ->
            engine.addNote(null, CallNote("PC John Smith", "01632 960999", "Maidstone", "my bank card"), now)
        }
        open(PoliceActivity.intent(phone.app))
    }
    alarmState("police-nothing-noted", PoliceActivity::class, "What to tell the police: nothing was noted") {
        call(POLICE)
        open(PoliceActivity.intent(phone.app))
    }
    alarmState("police-unseen", PoliceActivity::class, "What to tell the police: the call was on another phone") {
        screen<SuspiciousCallActivity>()
        press(R.id.elsewhere)
        engine { engine, now -> engine.addNote(null, CallNote("DC Brown", "", "", "vouchers"), now) }
        open(PoliceActivity.intent(phone.app))
    }
    alarm("by-hand", ByHandActivity::class, "No app has a keypad") {
        open(ByHandActivity.intent(phone.app, Numbers.REPORT_FRAUD))
    }
    alarmState("by-hand-text", ByHandActivity::class, "No app sends texts") {
        open(ByHandActivity.intent(phone.app, Numbers.BAD_CALLS, "Call 01622 690690"))
    }
    alarmState("by-hand-code", ByHandActivity::class, "No app has a keypad: call forwarding") {
        open(ByHandActivity.intent(phone.app, Numbers.WHERE_CALLS_GO))
    }
    alarm("question", QuestionActivity::class, "The question after an unknown call") {
        open(QuestionActivity.intent(phone.app, STRANGER, answer = null))
    }
    alarm("suspicious-call", SuspiciousCallActivity::class, "Suspicious call: where?") {
        screen<SuspiciousCallActivity>()
    }
    alarm("use-this-phone", UseThisPhoneActivity::class, "The call was on another phone") {
        screen<SuspiciousCallActivity>()
        press(R.id.elsewhere)
        front()
    }
}

/** A call back that is held. */
fun Entries.holds() {
    alarm("hold", HoldActivity::class, "A held call") { held("01622 690690") }
    alarmState("hold-police", HoldActivity::class, "A held call to 101: one press goes on") { held("101") }
    alarmState("hold-stranger", HoldActivity::class, "A held call to a number that nobody knows") { held(STRANGER) }
    alarmState("hold-first-press", HoldActivity::class, "A held call: Call anyway, first press") {
        held("01622 690690")
        press(R.id.call_anyway)
        front()
    }
    alarmState("hold-locked", HoldActivity::class, "A held call: Call anyway is locked") {
        set("call_anyway" to "locked")
        held("01622 690690")
    }
    alarmState("hold-running", HoldActivity::class, "A held call while the suspicious one runs") {
        broken.ring(POLICE)
        broken.dial("01622 690690")
        front()
    }
    alarmState("hold-advice", HoldActivity::class, "Advice: the call goes out") {
        set("hold" to "advise")
        held("01622 690690")
    }
    alarmState("hold-over", HoldActivity::class, "A held call: the wait is over") {
        held("01622 690690")
        pass(minutes(5) + 1)
        front()
    }
}

private const val MISSED = 5

private fun minutes(count: Int) = count * 60

private fun Stage.held(number: String): ViewSight {
    call(POLICE)
    broken.dial(number)
    return front()
}

private fun Stage.list(number: String, organisation: String, rings: String) {
    val row = JSONObject().put("number", number).put("organisation", organisation).put("calls_out", rings)
    broken.doors.installList(JSONArray().put(row.put("kind", "energy")))
}
