package org.cleardown.story

/** What a screen says of a change of settings: whether it was taken (null = it does not say), and why not. */
data class Change(val isTaken: Boolean?, val refused: String?) {
    /** Notes it for the story. */
    fun tell(actual: Actual) {
        actual["accepted"] = isTaken
        actual["refused"] = refused
    }

    companion object {
        /** It was taken. */
        val TAKEN = Change(true, null)

        /** The screen does not say what became of it. */
        val SILENT = Change(null, null)

        /** It was not taken; [why] is the format's word. */
        fun refused(why: String) = Change(false, why)
    }
}
