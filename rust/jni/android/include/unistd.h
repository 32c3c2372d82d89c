#pragma once

#include <sys/types.h>

#define SEEK_SET 0
#define F_OK 0
#define R_OK 4
#define W_OK 2
#define _SC_PAGESIZE 0x27

int access(const char *path, int mode);
int close(int file);
ssize_t read(int file, void *into, size_t count);
ssize_t pread(int file, void *into, size_t count, off_t offset);
ssize_t pread64(int file, void *into, size_t count, off64_t offset);
ssize_t write(int file, const void *from, size_t count);
ssize_t pwrite(int file, const void *from, size_t count, off_t offset);
ssize_t pwrite64(int file, const void *from, size_t count, off64_t offset);
off_t lseek(int file, off_t offset, int from);
int ftruncate(int file, off_t length);
int fsync(int file);
int fdatasync(int file);
int fchown(int file, uid_t user, gid_t group);
int unlink(const char *path);
int rmdir(const char *path);
ssize_t readlink(const char *path, char *into, size_t size);
char *getcwd(char *into, size_t size);
pid_t getpid(void);
uid_t geteuid(void);
long sysconf(int name);
unsigned int sleep(unsigned int seconds);
int usleep(unsigned int microseconds);
