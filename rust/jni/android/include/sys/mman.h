#pragma once

#include <sys/types.h>

#define PROT_READ 1
#define PROT_WRITE 2
#define MAP_SHARED 1
#define MREMAP_MAYMOVE 1
#define MAP_FAILED ((void *)-1)

void *mmap(void *at, size_t length, int protection, int flags, int file, off_t offset);
void *mremap(void *old, size_t old_length, size_t new_length, int flags, ...);
int munmap(void *at, size_t length);
