package org.cleardown.apk

import java.nio.ByteBuffer
import java.nio.ByteOrder

/** As much of 64-bit ELF as these checks need. */
object Elf {
    private const val LOAD = 1
    private const val HEADER = 64
    private const val SEGMENT = 56
    private const val SEGMENTS_AT = 0x20
    private const val SEGMENT_SIZE = 0x36
    private const val SEGMENT_COUNT = 0x38
    private const val ALIGNMENT = 0x30

    /** The alignment of each segment that is loaded, in bytes. */
    fun alignments(file: ByteArray): List<Long> {
        val elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN)
        require(elf.getInt(0) == MAGIC) { "no ELF file" }
        val start = elf.getLong(SEGMENTS_AT).toInt()
        val size = elf.getShort(SEGMENT_SIZE).toInt()
        val segments = (0 until elf.getShort(SEGMENT_COUNT)).map { start + it * size }
        return segments.filter { elf.getInt(it) == LOAD }.map { elf.getLong(it + ALIGNMENT) }
    }

    /** A file with nothing but one segment to load. */
    fun small(alignment: Long): ByteArray {
        val elf = ByteBuffer.allocate(HEADER + SEGMENT).order(ByteOrder.LITTLE_ENDIAN)
        elf.putInt(0, MAGIC)
        elf.putLong(SEGMENTS_AT, HEADER.toLong())
        elf.putShort(SEGMENT_SIZE, SEGMENT.toShort())
        elf.putShort(SEGMENT_COUNT, 1)
        elf.putInt(HEADER, LOAD)
        elf.putLong(HEADER + ALIGNMENT, alignment)
        return elf.array()
    }

    private const val MAGIC = 0x464c457f
}
