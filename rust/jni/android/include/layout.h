/*
 * Sizes, offsets and constants on arm64 and on x86_64. rust/jni/src/layout.rs holds the same lines
 * against Rust's libc; a test holds the two against each other. Included before every C source.
 */
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#if defined(__x86_64__)
#define here(arm64, x86_64) (x86_64)
#else
#define here(arm64, x86_64) (arm64)
#endif
#define same(found, arm64, x86_64) _Static_assert((found) == here(arm64, x86_64), #found)
#define size(name, arm64, x86_64) same(sizeof(name), arm64, x86_64)
#define struct_size(name, arm64, x86_64) same(sizeof(struct name), arm64, x86_64)
#define offset(name, field, arm64, x86_64) same(offsetof(struct name, field), arm64, x86_64)
#define value(name, arm64, x86_64) same(name, arm64, x86_64)

struct_size(stat, 128, 144);
struct_size(flock, 32, 32);
struct_size(timespec, 16, 16);
struct_size(timeval, 16, 16);
struct_size(tm, 56, 56);

offset(stat, st_dev, 0, 0);
offset(stat, st_ino, 8, 8);
offset(stat, st_mode, 16, 24);
offset(stat, st_nlink, 20, 16);
offset(stat, st_uid, 24, 28);
offset(stat, st_gid, 28, 32);
offset(stat, st_rdev, 32, 40);
offset(stat, st_size, 48, 48);
offset(stat, st_blksize, 56, 56);
offset(stat, st_blocks, 64, 64);
offset(stat, st_atime, 72, 72);
offset(stat, st_mtime, 88, 88);
offset(stat, st_ctime, 104, 104);
offset(flock, l_type, 0, 0);
offset(flock, l_whence, 2, 2);
offset(flock, l_start, 8, 8);
offset(flock, l_len, 16, 16);
offset(flock, l_pid, 24, 24);
offset(timespec, tv_sec, 0, 0);
offset(timespec, tv_nsec, 8, 8);
offset(timeval, tv_sec, 0, 0);
offset(timeval, tv_usec, 8, 8);
offset(tm, tm_sec, 0, 0);
offset(tm, tm_min, 4, 4);
offset(tm, tm_hour, 8, 8);
offset(tm, tm_mday, 12, 12);
offset(tm, tm_mon, 16, 16);
offset(tm, tm_year, 20, 20);
offset(tm, tm_wday, 24, 24);
offset(tm, tm_yday, 28, 28);
offset(tm, tm_isdst, 32, 32);
offset(tm, tm_gmtoff, 40, 40);
offset(tm, tm_zone, 48, 48);

size(off_t, 8, 8);
size(off64_t, 8, 8);
size(ssize_t, 8, 8);
size(time_t, 8, 8);
size(suseconds_t, 8, 8);
size(pid_t, 4, 4);
size(uid_t, 4, 4);
size(gid_t, 4, 4);
size(mode_t, 4, 4);
size(dev_t, 8, 8);
size(ino_t, 8, 8);
size(pthread_t, 8, 8);
size(pthread_mutex_t, 40, 40);
size(pthread_mutexattr_t, 8, 8);
size(pthread_attr_t, 56, 56);

value(S_IFMT, 61440, 61440);
value(S_IFDIR, 16384, 16384);
value(S_IFREG, 32768, 32768);
value(S_IFLNK, 40960, 40960);
value(PROT_READ, 1, 1);
value(PROT_WRITE, 2, 2);
value(MAP_SHARED, 1, 1);
value(O_RDONLY, 0, 0);
value(O_RDWR, 2, 2);
value(O_CREAT, 64, 64);
value(O_EXCL, 128, 128);
value(O_TRUNC, 512, 512);
value(O_CLOEXEC, 524288, 524288);
value(F_GETFD, 1, 1);
value(F_SETFD, 2, 2);
value(F_GETLK, 5, 5);
value(F_SETLK, 6, 6);
value(F_SETLKW, 7, 7);
value(FD_CLOEXEC, 1, 1);
value(F_RDLCK, 0, 0);
value(F_WRLCK, 1, 1);
value(F_UNLCK, 2, 2);
value(O_NOFOLLOW, 32768, 131072);
value(SEEK_SET, 0, 0);
value(F_OK, 0, 0);
value(R_OK, 4, 4);
value(W_OK, 2, 2);
value(_SC_PAGESIZE, 39, 39);
value(PTHREAD_MUTEX_RECURSIVE, 1, 1);
value(EPERM, 1, 1);
value(ENOENT, 2, 2);
value(EINTR, 4, 4);
value(EIO, 5, 5);
value(EAGAIN, 11, 11);
value(ENOMEM, 12, 12);
value(EACCES, 13, 13);
value(EBUSY, 16, 16);
value(EEXIST, 17, 17);
value(ENOTDIR, 20, 20);
value(EISDIR, 21, 21);
value(EINVAL, 22, 22);
value(ENOSPC, 28, 28);
value(EROFS, 30, 30);
value(ERANGE, 34, 34);
value(EDEADLK, 35, 35);
value(ENAMETOOLONG, 36, 36);
value(ENOLCK, 37, 37);
value(EOVERFLOW, 75, 75);
value(EOPNOTSUPP, 95, 95);
value(ENOTCONN, 107, 107);
value(ETIMEDOUT, 110, 110);
value(ENOTSUP, 95, 95);
value(EWOULDBLOCK, 11, 11);

#undef value
#undef offset
#undef struct_size
#undef size
#undef same
#undef here
