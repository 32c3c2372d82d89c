#pragma once

#include <stddef.h>

void *malloc(size_t size);
void *realloc(void *old, size_t size);
void free(void *old);
char *getenv(const char *name);
int atoi(const char *text);
void qsort(void *start, size_t count, size_t size, int (*compare)(const void *, const void *));
__attribute__((noreturn)) void abort(void);
