package org.cleardown.looks

/** How a phone may be set when somebody looks at a screen. One pixel for each dp keeps the pictures small. */
enum class Look(val title: String, val qualifiers: String, val fontScale: Float = 1f) {
    DAY("Day", "en-rGB-w360dp-h780dp-port-notnight-mdpi"),
    NIGHT("Night", "en-rGB-w360dp-h780dp-port-night-mdpi"),

    /** The largest font and the largest display size of Android: less room, twice the text. */
    BIG("200 % font, largest display", "en-rGB-w320dp-h693dp-port-notnight-mdpi", fontScale = 2f),
    WELSH("Welsh", "cy-rGB-w360dp-h780dp-port-notnight-mdpi"),
    RIGHT_TO_LEFT("Right to left", "ar-rEG-ldrtl-w360dp-h780dp-port-notnight-mdpi"),
    SMALL("Small phone", "en-rGB-w320dp-h480dp-port-notnight-mdpi"),
    LANDSCAPE("Landscape", "en-rGB-w780dp-h360dp-land-notnight-mdpi"),
    ;

    /** As part of a file's name. */
    val file: String get() = name.lowercase().replace('_', '-')

    companion object {
        /** What every screen is looked at in. */
        val FEW = listOf(DAY, NIGHT, BIG)
    }
}
