#pragma once

#include <stddef.h>
#include <stdint.h>

typedef long off_t;
typedef int64_t off64_t;
typedef long ssize_t;
typedef long time_t;
typedef long suseconds_t;
typedef int pid_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef unsigned int mode_t;
typedef unsigned long dev_t;
typedef unsigned long ino_t;
