#pragma once

#include <time.h>

struct timeval {
    time_t tv_sec;
    suseconds_t tv_usec;
};

int gettimeofday(struct timeval *result, void *zone);
int utimes(const char *path, const struct timeval *times);
